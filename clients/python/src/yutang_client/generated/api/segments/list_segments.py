from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_segments_kind_type_0 import ListSegmentsKindType0
from ...models.segment_page import SegmentPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    kind: ListSegmentsKindType0 | None | Unset = UNSET,
    folder: None | str | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, ListSegmentsKindType0):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_folder: None | str | Unset
    if isinstance(folder, Unset):
        json_folder = UNSET
    else:
        json_folder = folder
    params["folder"] = json_folder

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/segments",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SegmentPage | None:
    if response.status_code == 200:
        response_200 = SegmentPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SegmentPage]:
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
    kind: ListSegmentsKindType0 | None | Unset = UNSET,
    folder: None | str | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SegmentPage]:
    """ List Segments

     Segments by name; `q` is part of a name or description. 422 `segments.bad_cursor`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListSegmentsKindType0 | None | Unset):
        folder (None | str | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentPage]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
folder=folder,
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
    kind: ListSegmentsKindType0 | None | Unset = UNSET,
    folder: None | str | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SegmentPage | None:
    """ List Segments

     Segments by name; `q` is part of a name or description. 422 `segments.bad_cursor`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListSegmentsKindType0 | None | Unset):
        folder (None | str | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentPage
     """


    return sync_detailed(
        client=client,
q=q,
kind=kind,
folder=folder,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListSegmentsKindType0 | None | Unset = UNSET,
    folder: None | str | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[SegmentPage]:
    """ List Segments

     Segments by name; `q` is part of a name or description. 422 `segments.bad_cursor`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListSegmentsKindType0 | None | Unset):
        folder (None | str | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentPage]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
folder=folder,
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
    kind: ListSegmentsKindType0 | None | Unset = UNSET,
    folder: None | str | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> SegmentPage | None:
    """ List Segments

     Segments by name; `q` is part of a name or description. 422 `segments.bad_cursor`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListSegmentsKindType0 | None | Unset):
        folder (None | str | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentPage
     """


    return (await asyncio_detailed(
        client=client,
q=q,
kind=kind,
folder=folder,
after=after,
limit=limit,

    )).parsed
