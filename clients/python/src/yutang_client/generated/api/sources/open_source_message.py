from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.stream_message import StreamMessage
from typing import cast



def _get_kwargs(
    row_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/sources/stream/{row_id}/message".format(row_id=quote(str(row_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> StreamMessage | None:
    if response.status_code == 200:
        response_200 = StreamMessage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[StreamMessage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    row_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[StreamMessage]:
    """ Open Source Message

     One message as it came, values included; opening it is audited.

    404 `collect.unknown_message`.

    Args:
        row_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StreamMessage]
     """


    kwargs = _get_kwargs(
        row_id=row_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    row_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> StreamMessage | None:
    """ Open Source Message

     One message as it came, values included; opening it is audited.

    404 `collect.unknown_message`.

    Args:
        row_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StreamMessage
     """


    return sync_detailed(
        row_id=row_id,
client=client,

    ).parsed

async def asyncio_detailed(
    row_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[StreamMessage]:
    """ Open Source Message

     One message as it came, values included; opening it is audited.

    404 `collect.unknown_message`.

    Args:
        row_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StreamMessage]
     """


    kwargs = _get_kwargs(
        row_id=row_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    row_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> StreamMessage | None:
    """ Open Source Message

     One message as it came, values included; opening it is audited.

    404 `collect.unknown_message`.

    Args:
        row_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StreamMessage
     """


    return (await asyncio_detailed(
        row_id=row_id,
client=client,

    )).parsed
