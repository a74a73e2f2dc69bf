from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_code_page import GroupCodePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

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
        "url": "/api/group-codes",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupCodePage | None:
    if response.status_code == 200:
        response_200 = GroupCodePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupCodePage]:
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
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[GroupCodePage]:
    """ List Codes

     Group codes, newest first, with what is left in each; `q` is any part of a name.

    Args:
        q (str | Unset):  Default: ''.
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodePage]
     """


    kwargs = _get_kwargs(
        q=q,
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
    q: str | Unset = '',
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> GroupCodePage | None:
    """ List Codes

     Group codes, newest first, with what is left in each; `q` is any part of a name.

    Args:
        q (str | Unset):  Default: ''.
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodePage
     """


    return sync_detailed(
        client=client,
q=q,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[GroupCodePage]:
    """ List Codes

     Group codes, newest first, with what is left in each; `q` is any part of a name.

    Args:
        q (str | Unset):  Default: ''.
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodePage]
     """


    kwargs = _get_kwargs(
        q=q,
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
    q: str | Unset = '',
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> GroupCodePage | None:
    """ List Codes

     Group codes, newest first, with what is left in each; `q` is any part of a name.

    Args:
        q (str | Unset):  Default: ''.
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodePage
     """


    return (await asyncio_detailed(
        client=client,
q=q,
after=after,
limit=limit,

    )).parsed
