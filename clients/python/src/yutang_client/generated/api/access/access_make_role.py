from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_role import NewRole
from ...models.role_read import RoleRead
from typing import cast



def _get_kwargs(
    *,
    body: NewRole,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/roles",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RoleRead | None:
    if response.status_code == 201:
        response_201 = RoleRead.from_dict(response.json())



        return response_201

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
    *,
    client: AuthenticatedClient | Client,
    body: NewRole,

) -> Response[RoleRead]:
    """ Make Role

     Make a role; 409 `access.role_name_taken`, 422 `access.unknown_permission`.

    Args:
        body (NewRole): A role of one's own making; `based_on` decides which custom fields it
            sees.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RoleRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewRole,

) -> RoleRead | None:
    """ Make Role

     Make a role; 409 `access.role_name_taken`, 422 `access.unknown_permission`.

    Args:
        body (NewRole): A role of one's own making; `based_on` decides which custom fields it
            sees.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RoleRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewRole,

) -> Response[RoleRead]:
    """ Make Role

     Make a role; 409 `access.role_name_taken`, 422 `access.unknown_permission`.

    Args:
        body (NewRole): A role of one's own making; `based_on` decides which custom fields it
            sees.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RoleRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewRole,

) -> RoleRead | None:
    """ Make Role

     Make a role; 409 `access.role_name_taken`, 422 `access.unknown_permission`.

    Args:
        body (NewRole): A role of one's own making; `based_on` decides which custom fields it
            sees.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RoleRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
