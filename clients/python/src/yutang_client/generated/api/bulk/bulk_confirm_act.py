from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.bulk_act_read import BulkActRead
from ...models.confirmation import Confirmation
from typing import cast



def _get_kwargs(
    act_id: int,
    *,
    body: Confirmation,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/bulk-acts/{act_id}/confirmation".format(act_id=quote(str(act_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BulkActRead | None:
    if response.status_code == 200:
        response_200 = BulkActRead.from_dict(response.json())



        return response_200

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
    body: Confirmation,

) -> Response[BulkActRead]:
    """ Confirm Act

     Let a planned act begin, for the people its dry run found.

    A dry run older than a minute is counted anew; where that is more than 1 % off, the act is
    `planned` again with `shown`, and waits for another confirmation. 404 `bulk.unknown`; 409
    `bulk.not_now`, `bulk.numbers_moved`, `bulk.nothing_to_do`.

    Args:
        act_id (int):
        body (Confirmation): `changes` is the number that the person saw on the button.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkActRead]
     """


    kwargs = _get_kwargs(
        act_id=act_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Confirmation,

) -> BulkActRead | None:
    """ Confirm Act

     Let a planned act begin, for the people its dry run found.

    A dry run older than a minute is counted anew; where that is more than 1 % off, the act is
    `planned` again with `shown`, and waits for another confirmation. 404 `bulk.unknown`; 409
    `bulk.not_now`, `bulk.numbers_moved`, `bulk.nothing_to_do`.

    Args:
        act_id (int):
        body (Confirmation): `changes` is the number that the person saw on the button.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkActRead
     """


    return sync_detailed(
        act_id=act_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Confirmation,

) -> Response[BulkActRead]:
    """ Confirm Act

     Let a planned act begin, for the people its dry run found.

    A dry run older than a minute is counted anew; where that is more than 1 % off, the act is
    `planned` again with `shown`, and waits for another confirmation. 404 `bulk.unknown`; 409
    `bulk.not_now`, `bulk.numbers_moved`, `bulk.nothing_to_do`.

    Args:
        act_id (int):
        body (Confirmation): `changes` is the number that the person saw on the button.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkActRead]
     """


    kwargs = _get_kwargs(
        act_id=act_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    act_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Confirmation,

) -> BulkActRead | None:
    """ Confirm Act

     Let a planned act begin, for the people its dry run found.

    A dry run older than a minute is counted anew; where that is more than 1 % off, the act is
    `planned` again with `shown`, and waits for another confirmation. 404 `bulk.unknown`; 409
    `bulk.not_now`, `bulk.numbers_moved`, `bulk.nothing_to_do`.

    Args:
        act_id (int):
        body (Confirmation): `changes` is the number that the person saw on the button.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkActRead
     """


    return (await asyncio_detailed(
        act_id=act_id,
client=client,
body=body,

    )).parsed
