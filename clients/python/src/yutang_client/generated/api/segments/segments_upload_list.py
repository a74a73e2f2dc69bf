from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.segment_detail import SegmentDetail
from ...models.segments_upload_list_what import SegmentsUploadListWhat
from ...types import File, FileTypes
from io import BytesIO
from typing import cast



def _get_kwargs(
    *,
    body: File,
    name: str,
    what: SegmentsUploadListWhat,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    params["name"] = name

    json_what = what.value
    params["what"] = json_what


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/lists/file",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SegmentDetail | None:
    if response.status_code == 201:
        response_201 = SegmentDetail.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SegmentDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    what: SegmentsUploadListWhat,

) -> Response[SegmentDetail]:
    """ Upload List

     The same from the first column of a text, CSV or Excel (.xlsx) file, sent as the body.

    413 `segments.list_too_long` above 64 MB or 1,000,000 lines; 422 `segments.bad_list`,
    `segments.empty_list`, `segments.name_taken`.

    Args:
        name (str):
        what (SegmentsUploadListWhat):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,
what=what,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    what: SegmentsUploadListWhat,

) -> SegmentDetail | None:
    """ Upload List

     The same from the first column of a text, CSV or Excel (.xlsx) file, sent as the body.

    413 `segments.list_too_long` above 64 MB or 1,000,000 lines; 422 `segments.bad_list`,
    `segments.empty_list`, `segments.name_taken`.

    Args:
        name (str):
        what (SegmentsUploadListWhat):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return sync_detailed(
        client=client,
body=body,
name=name,
what=what,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    what: SegmentsUploadListWhat,

) -> Response[SegmentDetail]:
    """ Upload List

     The same from the first column of a text, CSV or Excel (.xlsx) file, sent as the body.

    413 `segments.list_too_long` above 64 MB or 1,000,000 lines; 422 `segments.bad_list`,
    `segments.empty_list`, `segments.name_taken`.

    Args:
        name (str):
        what (SegmentsUploadListWhat):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,
what=what,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    what: SegmentsUploadListWhat,

) -> SegmentDetail | None:
    """ Upload List

     The same from the first column of a text, CSV or Excel (.xlsx) file, sent as the body.

    413 `segments.list_too_long` above 64 MB or 1,000,000 lines; 422 `segments.bad_list`,
    `segments.empty_list`, `segments.name_taken`.

    Args:
        name (str):
        what (SegmentsUploadListWhat):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return (await asyncio_detailed(
        client=client,
body=body,
name=name,
what=what,

    )).parsed
