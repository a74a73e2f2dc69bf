from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.channel_create import ChannelCreate
from ...models.channel_read import ChannelRead
from typing import cast



def _get_kwargs(
    *,
    body: ChannelCreate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/channels",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChannelRead | None:
    if response.status_code == 201:
        response_201 = ChannelRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChannelRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChannelCreate,

) -> Response[ChannelRead]:
    """ Create Channel

     Make a channel code.

    It is `creating` until WeCom made its contact way, then `active`; read it again to learn
    when. `failed` says why in `error`.

    Args:
        body (ChannelCreate): A new channel code: who is added, with which tags, and how he is
            welcomed.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChannelRead]
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
    body: ChannelCreate,

) -> ChannelRead | None:
    """ Create Channel

     Make a channel code.

    It is `creating` until WeCom made its contact way, then `active`; read it again to learn
    when. `failed` says why in `error`.

    Args:
        body (ChannelCreate): A new channel code: who is added, with which tags, and how he is
            welcomed.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChannelRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChannelCreate,

) -> Response[ChannelRead]:
    """ Create Channel

     Make a channel code.

    It is `creating` until WeCom made its contact way, then `active`; read it again to learn
    when. `failed` says why in `error`.

    Args:
        body (ChannelCreate): A new channel code: who is added, with which tags, and how he is
            welcomed.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChannelRead]
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
    body: ChannelCreate,

) -> ChannelRead | None:
    """ Create Channel

     Make a channel code.

    It is `creating` until WeCom made its contact way, then `active`; read it again to learn
    when. `failed` says why in `error`.

    Args:
        body (ChannelCreate): A new channel code: who is added, with which tags, and how he is
            welcomed.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChannelRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
