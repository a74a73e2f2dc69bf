from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.export_read import ExportRead
from ...models.segment_export import SegmentExport
from typing import cast



def _get_kwargs(
    segment_id: int,
    *,
    body: SegmentExport,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/{segment_id}/export".format(segment_id=quote(str(segment_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ExportRead | None:
    if response.status_code == 202:
        response_202 = ExportRead.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ExportRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentExport,

) -> Response[ExportRead]:
    """ Export Segment

     Ask for a file of its people that one may see; it stands in the register of exports.

    Whole phone numbers need `customers.phones` too. 404 `segments.unknown`; 422
    `exports.column`; 503 as for a count.

    Args:
        segment_id (int):
        body (SegmentExport): What shall be in the file; as for exports of customers.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentExport,

) -> ExportRead | None:
    """ Export Segment

     Ask for a file of its people that one may see; it stands in the register of exports.

    Whole phone numbers need `customers.phones` too. 404 `segments.unknown`; 422
    `exports.column`; 503 as for a count.

    Args:
        segment_id (int):
        body (SegmentExport): What shall be in the file; as for exports of customers.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return sync_detailed(
        segment_id=segment_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentExport,

) -> Response[ExportRead]:
    """ Export Segment

     Ask for a file of its people that one may see; it stands in the register of exports.

    Whole phone numbers need `customers.phones` too. 404 `segments.unknown`; 422
    `exports.column`; 503 as for a count.

    Args:
        segment_id (int):
        body (SegmentExport): What shall be in the file; as for exports of customers.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentExport,

) -> ExportRead | None:
    """ Export Segment

     Ask for a file of its people that one may see; it stands in the register of exports.

    Whole phone numbers need `customers.phones` too. 404 `segments.unknown`; 422
    `exports.column`; 503 as for a count.

    Args:
        segment_id (int):
        body (SegmentExport): What shall be in the file; as for exports of customers.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
client=client,
body=body,

    )).parsed
