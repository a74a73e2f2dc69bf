from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.short_link_list import ShortLinkList
from ...models.short_link_wish import ShortLinkWish
from typing import cast



def _get_kwargs(
    *,
    body: ShortLinkWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/short-links",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ShortLinkList | None:
    if response.status_code == 201:
        response_201 = ShortLinkList.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ShortLinkList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ShortLinkWish,

) -> Response[ShortLinkList]:
    """ Create Short Link

     Make a short link; answers all of them.

    422 `landings.bad_target` for what is no public https address, `landings.already_over`;
    404 `landings.unknown_page`, `channels.unknown`.

    Args:
        body (ShortLinkWish): Where a short link leads: a page, a channel, or a public https
            address; exactly one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ShortLinkList]
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
    body: ShortLinkWish,

) -> ShortLinkList | None:
    """ Create Short Link

     Make a short link; answers all of them.

    422 `landings.bad_target` for what is no public https address, `landings.already_over`;
    404 `landings.unknown_page`, `channels.unknown`.

    Args:
        body (ShortLinkWish): Where a short link leads: a page, a channel, or a public https
            address; exactly one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ShortLinkList
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ShortLinkWish,

) -> Response[ShortLinkList]:
    """ Create Short Link

     Make a short link; answers all of them.

    422 `landings.bad_target` for what is no public https address, `landings.already_over`;
    404 `landings.unknown_page`, `channels.unknown`.

    Args:
        body (ShortLinkWish): Where a short link leads: a page, a channel, or a public https
            address; exactly one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ShortLinkList]
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
    body: ShortLinkWish,

) -> ShortLinkList | None:
    """ Create Short Link

     Make a short link; answers all of them.

    422 `landings.bad_target` for what is no public https address, `landings.already_over`;
    404 `landings.unknown_page`, `channels.unknown`.

    Args:
        body (ShortLinkWish): Where a short link leads: a page, a channel, or a public https
            address; exactly one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ShortLinkList
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
