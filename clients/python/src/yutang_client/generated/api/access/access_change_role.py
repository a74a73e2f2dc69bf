from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.role_change import RoleChange
from ...models.role_read import RoleRead
from typing import cast



def _get_kwargs(
    role_id: int,
    *,
    body: RoleChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/roles/{role_id}".format(role_id=quote(str(role_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RoleRead | None:
    if response.status_code == 200:
        response_200 = RoleRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RoleRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    role_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,

) -> Response[RoleRead]:
    """ Change Role

     Change what is named; it holds at once for everybody who has the role.

    Args:
        role_id (int):
        body (RoleChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RoleRead]
     """


    kwargs = _get_kwargs(
        role_id=role_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    role_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,

) -> RoleRead | None:
    """ Change Role

     Change what is named; it holds at once for everybody who has the role.

    Args:
        role_id (int):
        body (RoleChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RoleRead
     """


    return sync_detailed(
        role_id=role_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    role_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,

) -> Response[RoleRead]:
    """ Change Role

     Change what is named; it holds at once for everybody who has the role.

    Args:
        role_id (int):
        body (RoleChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RoleRead]
     """


    kwargs = _get_kwargs(
        role_id=role_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    role_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,

) -> RoleRead | None:
    """ Change Role

     Change what is named; it holds at once for everybody who has the role.

    Args:
        role_id (int):
        body (RoleChange): What shall be different; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RoleRead
     """


    return (await asyncio_detailed(
        role_id=role_id,
client=client,
body=body,

    )).parsed
