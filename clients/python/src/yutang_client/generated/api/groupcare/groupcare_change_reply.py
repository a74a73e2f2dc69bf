from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.keyword_reply_change import KeywordReplyChange
from ...models.keyword_reply_read import KeywordReplyRead
from typing import cast



def _get_kwargs(
    reply_id: int,
    *,
    body: KeywordReplyChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/keyword-replies/{reply_id}".format(reply_id=quote(str(reply_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> KeywordReplyRead | None:
    if response.status_code == 200:
        response_200 = KeywordReplyRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[KeywordReplyRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: KeywordReplyChange,

) -> Response[KeywordReplyRead]:
    """ Change Reply

     Change a keyword reply; the console has the older one until somebody types it there.

    Args:
        reply_id (int):
        body (KeywordReplyChange): A rule as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KeywordReplyRead]
     """


    kwargs = _get_kwargs(
        reply_id=reply_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: KeywordReplyChange,

) -> KeywordReplyRead | None:
    """ Change Reply

     Change a keyword reply; the console has the older one until somebody types it there.

    Args:
        reply_id (int):
        body (KeywordReplyChange): A rule as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KeywordReplyRead
     """


    return sync_detailed(
        reply_id=reply_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: KeywordReplyChange,

) -> Response[KeywordReplyRead]:
    """ Change Reply

     Change a keyword reply; the console has the older one until somebody types it there.

    Args:
        reply_id (int):
        body (KeywordReplyChange): A rule as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KeywordReplyRead]
     """


    kwargs = _get_kwargs(
        reply_id=reply_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: KeywordReplyChange,

) -> KeywordReplyRead | None:
    """ Change Reply

     Change a keyword reply; the console has the older one until somebody types it there.

    Args:
        reply_id (int):
        body (KeywordReplyChange): A rule as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KeywordReplyRead
     """


    return (await asyncio_detailed(
        reply_id=reply_id,
client=client,
body=body,

    )).parsed
