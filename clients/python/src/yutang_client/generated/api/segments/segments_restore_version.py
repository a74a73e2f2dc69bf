from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.segment_detail import SegmentDetail
from ...models.segment_version_asked import SegmentVersionAsked
from typing import cast



def _get_kwargs(
    segment_id: int,
    number: int,
    *,
    body: SegmentVersionAsked,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/{segment_id}/versions/{number}/restore".format(segment_id=quote(str(segment_id), safe=""),number=quote(str(number), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SegmentDetail | None:
    if response.status_code == 200:
        response_200 = SegmentDetail.from_dict(response.json())



        return response_200

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
    segment_id: int,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentVersionAsked,

) -> Response[SegmentDetail]:
    """ Restore Version

     Make it again what it was; that is a version of its own, and the name stays.

    404 `segments.unknown`, `segments.unknown_version`; 409 and 422 as for a change.

    Args:
        segment_id (int):
        number (int):
        body (SegmentVersionAsked): Of the segment as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
number=number,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    segment_id: int,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentVersionAsked,

) -> SegmentDetail | None:
    """ Restore Version

     Make it again what it was; that is a version of its own, and the name stays.

    404 `segments.unknown`, `segments.unknown_version`; 409 and 422 as for a change.

    Args:
        segment_id (int):
        number (int):
        body (SegmentVersionAsked): Of the segment as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return sync_detailed(
        segment_id=segment_id,
number=number,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    segment_id: int,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentVersionAsked,

) -> Response[SegmentDetail]:
    """ Restore Version

     Make it again what it was; that is a version of its own, and the name stays.

    404 `segments.unknown`, `segments.unknown_version`; 409 and 422 as for a change.

    Args:
        segment_id (int):
        number (int):
        body (SegmentVersionAsked): Of the segment as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
number=number,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    segment_id: int,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: SegmentVersionAsked,

) -> SegmentDetail | None:
    """ Restore Version

     Make it again what it was; that is a version of its own, and the name stays.

    404 `segments.unknown`, `segments.unknown_version`; 409 and 422 as for a change.

    Args:
        segment_id (int):
        number (int):
        body (SegmentVersionAsked): Of the segment as it was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
number=number,
client=client,
body=body,

    )).parsed
