from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.code_group_page import CodeGroupPage
from ...models.groupcodes_list_queue_standing_type_0 import GroupcodesListQueueStandingType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    code_id: int,
    *,
    standing: GroupcodesListQueueStandingType0 | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_standing: None | str | Unset
    if isinstance(standing, Unset):
        json_standing = UNSET
    elif isinstance(standing, GroupcodesListQueueStandingType0):
        json_standing = standing.value
    else:
        json_standing = standing
    params["standing"] = json_standing

    params["after"] = after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-codes/{code_id}/groups".format(code_id=quote(str(code_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CodeGroupPage | None:
    if response.status_code == 200:
        response_200 = CodeGroupPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CodeGroupPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    standing: GroupcodesListQueueStandingType0 | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[CodeGroupPage]:
    """ List Queue

     A stretch of its queue, in the order in which groups are used; `next` goes into `after`.

    Args:
        code_id (int):
        standing (GroupcodesListQueueStandingType0 | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeGroupPage]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
standing=standing,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    standing: GroupcodesListQueueStandingType0 | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> CodeGroupPage | None:
    """ List Queue

     A stretch of its queue, in the order in which groups are used; `next` goes into `after`.

    Args:
        code_id (int):
        standing (GroupcodesListQueueStandingType0 | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeGroupPage
     """


    return sync_detailed(
        code_id=code_id,
client=client,
standing=standing,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    standing: GroupcodesListQueueStandingType0 | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[CodeGroupPage]:
    """ List Queue

     A stretch of its queue, in the order in which groups are used; `next` goes into `after`.

    Args:
        code_id (int):
        standing (GroupcodesListQueueStandingType0 | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeGroupPage]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
standing=standing,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    standing: GroupcodesListQueueStandingType0 | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> CodeGroupPage | None:
    """ List Queue

     A stretch of its queue, in the order in which groups are used; `next` goes into `after`.

    Args:
        code_id (int):
        standing (GroupcodesListQueueStandingType0 | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeGroupPage
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
standing=standing,
after=after,
limit=limit,

    )).parsed
