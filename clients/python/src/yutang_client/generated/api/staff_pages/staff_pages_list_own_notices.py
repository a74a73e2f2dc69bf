from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.notice_page import NoticePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    unread: bool | Unset = False,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 30,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["unread"] = unread

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/notices",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NoticePage | None:
    if response.status_code == 200:
        response_200 = NoticePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[NoticePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    unread: bool | Unset = False,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 30,

) -> Response[NoticePage]:
    """ List Own Notices

     What the member was told in the last 30 days, the newest first.

    Args:
        unread (bool | Unset):  Default: False.
        after (int | None | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoticePage]
     """


    kwargs = _get_kwargs(
        unread=unread,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    unread: bool | Unset = False,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 30,

) -> NoticePage | None:
    """ List Own Notices

     What the member was told in the last 30 days, the newest first.

    Args:
        unread (bool | Unset):  Default: False.
        after (int | None | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoticePage
     """


    return sync_detailed(
        client=client,
unread=unread,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    unread: bool | Unset = False,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 30,

) -> Response[NoticePage]:
    """ List Own Notices

     What the member was told in the last 30 days, the newest first.

    Args:
        unread (bool | Unset):  Default: False.
        after (int | None | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoticePage]
     """


    kwargs = _get_kwargs(
        unread=unread,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    unread: bool | Unset = False,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 30,

) -> NoticePage | None:
    """ List Own Notices

     What the member was told in the last 30 days, the newest first.

    Args:
        unread (bool | Unset):  Default: False.
        after (int | None | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoticePage
     """


    return (await asyncio_detailed(
        client=client,
unread=unread,
after=after,
limit=limit,

    )).parsed
