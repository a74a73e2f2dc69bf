from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.store_detail import StoreDetail
from ...models.version import Version
from typing import cast



def _get_kwargs(
    store_id: int,
    *,
    body: Version,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/stores/{store_id}/reopen".format(store_id=quote(str(store_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> StoreDetail | None:
    if response.status_code == 200:
        response_200 = StoreDetail.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[StoreDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    store_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Version,

) -> Response[StoreDetail]:
    """ Reopen Store

     It serves again. 404 `stores.unknown`; 409 `stores.changed_meanwhile`.

    Args:
        store_id (int):
        body (Version): Of the store as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StoreDetail]
     """


    kwargs = _get_kwargs(
        store_id=store_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    store_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Version,

) -> StoreDetail | None:
    """ Reopen Store

     It serves again. 404 `stores.unknown`; 409 `stores.changed_meanwhile`.

    Args:
        store_id (int):
        body (Version): Of the store as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StoreDetail
     """


    return sync_detailed(
        store_id=store_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    store_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Version,

) -> Response[StoreDetail]:
    """ Reopen Store

     It serves again. 404 `stores.unknown`; 409 `stores.changed_meanwhile`.

    Args:
        store_id (int):
        body (Version): Of the store as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StoreDetail]
     """


    kwargs = _get_kwargs(
        store_id=store_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    store_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Version,

) -> StoreDetail | None:
    """ Reopen Store

     It serves again. 404 `stores.unknown`; 409 `stores.changed_meanwhile`.

    Args:
        store_id (int):
        body (Version): Of the store as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StoreDetail
     """


    return (await asyncio_detailed(
        store_id=store_id,
client=client,
body=body,

    )).parsed
