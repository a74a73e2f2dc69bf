from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.channel_page import ChannelPage
from ...models.list_channels_kind_type_0_item import ListChannelsKindType0Item
from ...models.list_channels_status_type_0_item import ListChannelsStatusType0Item
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    after: int | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    status: list[ListChannelsStatusType0Item] | None | Unset = UNSET,
    kind: list[ListChannelsKindType0Item] | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    json_before: int | None | Unset
    if isinstance(before, Unset):
        json_before = UNSET
    else:
        json_before = before
    params["before"] = json_before

    params["limit"] = limit

    params["q"] = q

    json_status: list[str] | None | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, list):
        json_status = []
        for status_type_0_item_data in status:
            status_type_0_item = status_type_0_item_data.value
            json_status.append(status_type_0_item)


    else:
        json_status = status
    params["status"] = json_status

    json_kind: list[str] | None | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, list):
        json_kind = []
        for kind_type_0_item_data in kind:
            kind_type_0_item = kind_type_0_item_data.value
            json_kind.append(kind_type_0_item)


    else:
        json_kind = kind
    params["kind"] = json_kind


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/channels",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChannelPage | None:
    if response.status_code == 200:
        response_200 = ChannelPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChannelPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    status: list[ListChannelsStatusType0Item] | None | Unset = UNSET,
    kind: list[ListChannelsKindType0Item] | None | Unset = UNSET,

) -> Response[ChannelPage]:
    """ List Channels

     Channel codes, newest first, with their adds of the last 14 days.

    `q` is any part of a name, in any case; `status` and `kind` may stand several times.
    `next` goes into `after`, `previous` into `before`.

    Args:
        after (int | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        status (list[ListChannelsStatusType0Item] | None | Unset):
        kind (list[ListChannelsKindType0Item] | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChannelPage]
     """


    kwargs = _get_kwargs(
        after=after,
before=before,
limit=limit,
q=q,
status=status,
kind=kind,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    status: list[ListChannelsStatusType0Item] | None | Unset = UNSET,
    kind: list[ListChannelsKindType0Item] | None | Unset = UNSET,

) -> ChannelPage | None:
    """ List Channels

     Channel codes, newest first, with their adds of the last 14 days.

    `q` is any part of a name, in any case; `status` and `kind` may stand several times.
    `next` goes into `after`, `previous` into `before`.

    Args:
        after (int | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        status (list[ListChannelsStatusType0Item] | None | Unset):
        kind (list[ListChannelsKindType0Item] | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChannelPage
     """


    return sync_detailed(
        client=client,
after=after,
before=before,
limit=limit,
q=q,
status=status,
kind=kind,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    status: list[ListChannelsStatusType0Item] | None | Unset = UNSET,
    kind: list[ListChannelsKindType0Item] | None | Unset = UNSET,

) -> Response[ChannelPage]:
    """ List Channels

     Channel codes, newest first, with their adds of the last 14 days.

    `q` is any part of a name, in any case; `status` and `kind` may stand several times.
    `next` goes into `after`, `previous` into `before`.

    Args:
        after (int | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        status (list[ListChannelsStatusType0Item] | None | Unset):
        kind (list[ListChannelsKindType0Item] | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChannelPage]
     """


    kwargs = _get_kwargs(
        after=after,
before=before,
limit=limit,
q=q,
status=status,
kind=kind,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    after: int | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    status: list[ListChannelsStatusType0Item] | None | Unset = UNSET,
    kind: list[ListChannelsKindType0Item] | None | Unset = UNSET,

) -> ChannelPage | None:
    """ List Channels

     Channel codes, newest first, with their adds of the last 14 days.

    `q` is any part of a name, in any case; `status` and `kind` may stand several times.
    `next` goes into `after`, `previous` into `before`.

    Args:
        after (int | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        status (list[ListChannelsStatusType0Item] | None | Unset):
        kind (list[ListChannelsKindType0Item] | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChannelPage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
before=before,
limit=limit,
q=q,
status=status,
kind=kind,

    )).parsed
