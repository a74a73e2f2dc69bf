from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.page_read import PageRead
from ...models.page_wish import PageWish
from typing import cast



def _get_kwargs(
    *,
    body: PageWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/landing-pages",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PageRead | None:
    if response.status_code == 201:
        response_201 = PageRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PageRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageWish,

) -> Response[PageRead]:
    """ Create Page

     Make a landing page; its address works at once.

    422 `landings.no_link` where the button is no acquisition link, `landings.picture_too_large`;
    404 `channels.unknown`, `files.unknown`.

    Args:
        body (PageWish): A landing page as it shall be.

            `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
            other browsers. `qr`: the code of the channel stands on the page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageRead]
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
    body: PageWish,

) -> PageRead | None:
    """ Create Page

     Make a landing page; its address works at once.

    422 `landings.no_link` where the button is no acquisition link, `landings.picture_too_large`;
    404 `channels.unknown`, `files.unknown`.

    Args:
        body (PageWish): A landing page as it shall be.

            `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
            other browsers. `qr`: the code of the channel stands on the page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageWish,

) -> Response[PageRead]:
    """ Create Page

     Make a landing page; its address works at once.

    422 `landings.no_link` where the button is no acquisition link, `landings.picture_too_large`;
    404 `channels.unknown`, `files.unknown`.

    Args:
        body (PageWish): A landing page as it shall be.

            `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
            other browsers. `qr`: the code of the channel stands on the page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageRead]
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
    body: PageWish,

) -> PageRead | None:
    """ Create Page

     Make a landing page; its address works at once.

    422 `landings.no_link` where the button is no acquisition link, `landings.picture_too_large`;
    404 `channels.unknown`, `files.unknown`.

    Args:
        body (PageWish): A landing page as it shall be.

            `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
            other browsers. `qr`: the code of the channel stands on the page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
