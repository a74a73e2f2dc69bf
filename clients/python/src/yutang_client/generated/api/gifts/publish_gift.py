from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.gift_read import GiftRead
from ...models.gift_version import GiftVersion
from typing import cast



def _get_kwargs(
    gift_id: int,
    *,
    body: GiftVersion,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/gifts/{gift_id}/publish".format(gift_id=quote(str(gift_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GiftRead | None:
    if response.status_code == 200:
        response_200 = GiftRead.from_dict(response.json())



        return response_200

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
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GiftVersion,

) -> Response[GiftRead]:
    """ Publish Gift

     Open its page from its start on; its rules stay from now on.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`, `gifts.not_ready`.

    Args:
        gift_id (int):
        body (GiftVersion): Of the gift as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GiftRead]
     """


    kwargs = _get_kwargs(
        gift_id=gift_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GiftVersion,

) -> GiftRead | None:
    """ Publish Gift

     Open its page from its start on; its rules stay from now on.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`, `gifts.not_ready`.

    Args:
        gift_id (int):
        body (GiftVersion): Of the gift as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GiftRead
     """


    return sync_detailed(
        gift_id=gift_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GiftVersion,

) -> Response[GiftRead]:
    """ Publish Gift

     Open its page from its start on; its rules stay from now on.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`, `gifts.not_ready`.

    Args:
        gift_id (int):
        body (GiftVersion): Of the gift as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GiftRead]
     """


    kwargs = _get_kwargs(
        gift_id=gift_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GiftVersion,

) -> GiftRead | None:
    """ Publish Gift

     Open its page from its start on; its rules stay from now on.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`, `gifts.not_ready`.

    Args:
        gift_id (int):
        body (GiftVersion): Of the gift as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GiftRead
     """


    return (await asyncio_detailed(
        gift_id=gift_id,
client=client,
body=body,

    )).parsed
