from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.stream_page import StreamPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    source_id: int | None | Unset = UNSET,
    kind: None | str | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_source_id: int | None | Unset
    if isinstance(source_id, Unset):
        json_source_id = UNSET
    else:
        json_source_id = source_id
    params["source_id"] = json_source_id

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_refused: bool | None | Unset
    if isinstance(refused, Unset):
        json_refused = UNSET
    else:
        json_refused = refused
    params["refused"] = json_refused

    json_before: int | None | Unset
    if isinstance(before, Unset):
        json_before = UNSET
    else:
        json_before = before
    params["before"] = json_before

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/sources/stream",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> StreamPage | None:
    if response.status_code == 200:
        response_200 = StreamPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[StreamPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    source_id: int | None | Unset = UNSET,
    kind: None | str | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[StreamPage]:
    """ Read Source Stream

     What arrives, newest first: all that was refused with its reason, and some of the rest.

    Kept for three days. Values are shown by opening a row, to who may.

    Args:
        source_id (int | None | Unset):
        kind (None | str | Unset):
        refused (bool | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StreamPage]
     """


    kwargs = _get_kwargs(
        source_id=source_id,
kind=kind,
refused=refused,
before=before,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    source_id: int | None | Unset = UNSET,
    kind: None | str | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> StreamPage | None:
    """ Read Source Stream

     What arrives, newest first: all that was refused with its reason, and some of the rest.

    Kept for three days. Values are shown by opening a row, to who may.

    Args:
        source_id (int | None | Unset):
        kind (None | str | Unset):
        refused (bool | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StreamPage
     """


    return sync_detailed(
        client=client,
source_id=source_id,
kind=kind,
refused=refused,
before=before,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    source_id: int | None | Unset = UNSET,
    kind: None | str | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[StreamPage]:
    """ Read Source Stream

     What arrives, newest first: all that was refused with its reason, and some of the rest.

    Kept for three days. Values are shown by opening a row, to who may.

    Args:
        source_id (int | None | Unset):
        kind (None | str | Unset):
        refused (bool | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StreamPage]
     """


    kwargs = _get_kwargs(
        source_id=source_id,
kind=kind,
refused=refused,
before=before,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    source_id: int | None | Unset = UNSET,
    kind: None | str | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    before: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> StreamPage | None:
    """ Read Source Stream

     What arrives, newest first: all that was refused with its reason, and some of the rest.

    Kept for three days. Values are shown by opening a row, to who may.

    Args:
        source_id (int | None | Unset):
        kind (None | str | Unset):
        refused (bool | None | Unset):
        before (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StreamPage
     """


    return (await asyncio_detailed(
        client=client,
source_id=source_id,
kind=kind,
refused=refused,
before=before,
limit=limit,

    )).parsed
