from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_tag_groups_kind_type_0 import ListTagGroupsKindType0
from ...models.tag_library import TagLibrary
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    kind: ListTagGroupsKindType0 | None | Unset = UNSET,
    archived: bool | Unset = False,
    after: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, ListTagGroupsKindType0):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    params["archived"] = archived

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tags/groups",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TagLibrary | None:
    if response.status_code == 200:
        response_200 = TagLibrary.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TagLibrary]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTagGroupsKindType0 | None | Unset = UNSET,
    archived: bool | Unset = False,
    after: None | str | Unset = UNSET,

) -> Response[TagLibrary]:
    """ List Tag Groups

     Groups in order, 60 a page, WeCom's before ours, with the room left in WeCom.

    `q` is any part of a group's or a tag's name; `archived` shows what is archived instead.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTagGroupsKindType0 | None | Unset):
        archived (bool | Unset):  Default: False.
        after (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagLibrary]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
archived=archived,
after=after,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTagGroupsKindType0 | None | Unset = UNSET,
    archived: bool | Unset = False,
    after: None | str | Unset = UNSET,

) -> TagLibrary | None:
    """ List Tag Groups

     Groups in order, 60 a page, WeCom's before ours, with the room left in WeCom.

    `q` is any part of a group's or a tag's name; `archived` shows what is archived instead.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTagGroupsKindType0 | None | Unset):
        archived (bool | Unset):  Default: False.
        after (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagLibrary
     """


    return sync_detailed(
        client=client,
q=q,
kind=kind,
archived=archived,
after=after,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTagGroupsKindType0 | None | Unset = UNSET,
    archived: bool | Unset = False,
    after: None | str | Unset = UNSET,

) -> Response[TagLibrary]:
    """ List Tag Groups

     Groups in order, 60 a page, WeCom's before ours, with the room left in WeCom.

    `q` is any part of a group's or a tag's name; `archived` shows what is archived instead.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTagGroupsKindType0 | None | Unset):
        archived (bool | Unset):  Default: False.
        after (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagLibrary]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
archived=archived,
after=after,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTagGroupsKindType0 | None | Unset = UNSET,
    archived: bool | Unset = False,
    after: None | str | Unset = UNSET,

) -> TagLibrary | None:
    """ List Tag Groups

     Groups in order, 60 a page, WeCom's before ours, with the room left in WeCom.

    `q` is any part of a group's or a tag's name; `archived` shows what is archived instead.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTagGroupsKindType0 | None | Unset):
        archived (bool | Unset):  Default: False.
        after (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagLibrary
     """


    return (await asyncio_detailed(
        client=client,
q=q,
kind=kind,
archived=archived,
after=after,

    )).parsed
