from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.gift_read import GiftRead
from ...models.new_gift import NewGift
from typing import cast



def _get_kwargs(
    *,
    body: NewGift,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/gifts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GiftRead | None:
    if response.status_code == 201:
        response_201 = GiftRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GiftRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGift,

) -> Response[GiftRead]:
    """ Create Gift

     Make a draft. 422 `gifts.bad`.

    Args:
        body (NewGift): A gift as it is wished for. Money is in fen; `budget` null: as far as the
            codes reach.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GiftRead]
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
    body: NewGift,

) -> GiftRead | None:
    """ Create Gift

     Make a draft. 422 `gifts.bad`.

    Args:
        body (NewGift): A gift as it is wished for. Money is in fen; `budget` null: as far as the
            codes reach.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GiftRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGift,

) -> Response[GiftRead]:
    """ Create Gift

     Make a draft. 422 `gifts.bad`.

    Args:
        body (NewGift): A gift as it is wished for. Money is in fen; `budget` null: as far as the
            codes reach.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GiftRead]
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
    body: NewGift,

) -> GiftRead | None:
    """ Create Gift

     Make a draft. 422 `gifts.bad`.

    Args:
        body (NewGift): A gift as it is wished for. Money is in fen; `budget` null: as far as the
            codes reach.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GiftRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
