from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_pools import NewPools
from ...models.pool_board import PoolBoard
from typing import cast



def _get_kwargs(
    *,
    body: NewPools,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/old-pools",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PoolBoard | None:
    if response.status_code == 202:
        response_202 = PoolBoard.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PoolBoard]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewPools,

) -> Response[PoolBoard]:
    """ Add Old Pools

     Enter a list; each gets a direct code and a tag of its name in the background.

    All of them or none. 409 `old_pools.names_taken`, 422 `old_pools.unknown_staff`.

    Args:
        body (NewPools): A list of them, and whom their people shall add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PoolBoard]
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
    body: NewPools,

) -> PoolBoard | None:
    """ Add Old Pools

     Enter a list; each gets a direct code and a tag of its name in the background.

    All of them or none. 409 `old_pools.names_taken`, 422 `old_pools.unknown_staff`.

    Args:
        body (NewPools): A list of them, and whom their people shall add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PoolBoard
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewPools,

) -> Response[PoolBoard]:
    """ Add Old Pools

     Enter a list; each gets a direct code and a tag of its name in the background.

    All of them or none. 409 `old_pools.names_taken`, 422 `old_pools.unknown_staff`.

    Args:
        body (NewPools): A list of them, and whom their people shall add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PoolBoard]
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
    body: NewPools,

) -> PoolBoard | None:
    """ Add Old Pools

     Enter a list; each gets a direct code and a tag of its name in the background.

    All of them or none. 409 `old_pools.names_taken`, 422 `old_pools.unknown_staff`.

    Args:
        body (NewPools): A list of them, and whom their people shall add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PoolBoard
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
