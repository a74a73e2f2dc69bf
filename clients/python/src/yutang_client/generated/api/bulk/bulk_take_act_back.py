from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.bulk_act_read import BulkActRead
from typing import cast



def _get_kwargs(
    act_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/bulk-acts/{act_id}/undo".format(act_id=quote(str(act_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BulkActRead | None:
    if response.status_code == 201:
        response_201 = BulkActRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BulkActRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[BulkActRead]:
    """ Take Act Back

     Undo an act that is over for those whom it changed: the answer is the act that does it.

    Possible for 30 days where `undo_until` says so. 404 `bulk.unknown`; 409 `bulk.not_now`,
    `bulk.no_way_back`.

    Args:
        act_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkActRead]
     """


    kwargs = _get_kwargs(
        act_id=act_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> BulkActRead | None:
    """ Take Act Back

     Undo an act that is over for those whom it changed: the answer is the act that does it.

    Possible for 30 days where `undo_until` says so. 404 `bulk.unknown`; 409 `bulk.not_now`,
    `bulk.no_way_back`.

    Args:
        act_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkActRead
     """


    return sync_detailed(
        act_id=act_id,
client=client,

    ).parsed

async def asyncio_detailed(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[BulkActRead]:
    """ Take Act Back

     Undo an act that is over for those whom it changed: the answer is the act that does it.

    Possible for 30 days where `undo_until` says so. 404 `bulk.unknown`; 409 `bulk.not_now`,
    `bulk.no_way_back`.

    Args:
        act_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkActRead]
     """


    kwargs = _get_kwargs(
        act_id=act_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> BulkActRead | None:
    """ Take Act Back

     Undo an act that is over for those whom it changed: the answer is the act that does it.

    Possible for 30 days where `undo_until` says so. 404 `bulk.unknown`; 409 `bulk.not_now`,
    `bulk.no_way_back`.

    Args:
        act_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkActRead
     """


    return (await asyncio_detailed(
        act_id=act_id,
client=client,

    )).parsed
