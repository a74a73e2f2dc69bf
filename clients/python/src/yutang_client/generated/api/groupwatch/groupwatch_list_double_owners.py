from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.double_owners import DoubleOwners
from typing import cast



def _get_kwargs(
    plan_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-doubles/{plan_id}/owners".format(plan_id=quote(str(plan_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DoubleOwners | None:
    if response.status_code == 200:
        response_200 = DoubleOwners.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DoubleOwners]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    plan_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[DoubleOwners]:
    """ List Double Owners

     How far each owner is. 404 `groupwatch.unknown_plan`.

    Args:
        plan_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoubleOwners]
     """


    kwargs = _get_kwargs(
        plan_id=plan_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    plan_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> DoubleOwners | None:
    """ List Double Owners

     How far each owner is. 404 `groupwatch.unknown_plan`.

    Args:
        plan_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoubleOwners
     """


    return sync_detailed(
        plan_id=plan_id,
client=client,

    ).parsed

async def asyncio_detailed(
    plan_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[DoubleOwners]:
    """ List Double Owners

     How far each owner is. 404 `groupwatch.unknown_plan`.

    Args:
        plan_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoubleOwners]
     """


    kwargs = _get_kwargs(
        plan_id=plan_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    plan_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> DoubleOwners | None:
    """ List Double Owners

     How far each owner is. 404 `groupwatch.unknown_plan`.

    Args:
        plan_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoubleOwners
     """


    return (await asyncio_detailed(
        plan_id=plan_id,
client=client,

    )).parsed
