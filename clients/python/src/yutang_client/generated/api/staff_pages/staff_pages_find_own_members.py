from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chat_members import ChatMembers
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    chat_id: str,
    q: str | Unset = '',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["chat_id"] = chat_id

    params["q"] = q


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/chats/group/members",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChatMembers | None:
    if response.status_code == 200:
        response_200 = ChatMembers.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChatMembers]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    chat_id: str,
    q: str | Unset = '',

) -> Response[ChatMembers]:
    """ Find Own Members

     Persons in the group by part of a name, at most 30, with how often each broke rules.

    404 `groups.unknown`.

    Args:
        chat_id (str):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatMembers]
     """


    kwargs = _get_kwargs(
        chat_id=chat_id,
q=q,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    chat_id: str,
    q: str | Unset = '',

) -> ChatMembers | None:
    """ Find Own Members

     Persons in the group by part of a name, at most 30, with how often each broke rules.

    404 `groups.unknown`.

    Args:
        chat_id (str):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatMembers
     """


    return sync_detailed(
        client=client,
chat_id=chat_id,
q=q,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    chat_id: str,
    q: str | Unset = '',

) -> Response[ChatMembers]:
    """ Find Own Members

     Persons in the group by part of a name, at most 30, with how often each broke rules.

    404 `groups.unknown`.

    Args:
        chat_id (str):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatMembers]
     """


    kwargs = _get_kwargs(
        chat_id=chat_id,
q=q,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    chat_id: str,
    q: str | Unset = '',

) -> ChatMembers | None:
    """ Find Own Members

     Persons in the group by part of a name, at most 30, with how often each broke rules.

    404 `groups.unknown`.

    Args:
        chat_id (str):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatMembers
     """


    return (await asyncio_detailed(
        client=client,
chat_id=chat_id,
q=q,

    )).parsed
