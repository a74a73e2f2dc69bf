from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_segment import NewSegment
from ...models.segment_detail import SegmentDetail
from typing import cast



def _get_kwargs(
    *,
    body: NewSegment,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

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
    body: NewSegment,

) -> Response[SegmentDetail]:
    """ Create Segment

     Make a segment by conditions; who is in it is asked in the background.

    409 `segments.too_many`; 422 `conditions.bad`, `segments.conditions`, `segments.name_taken`,
    `segments.named`, `segments.too_deep`, `fields.unknown`.

    Args:
        body (NewSegment): A segment by conditions to be made; lists are made from lines or from a
            segment.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewSegment,

) -> SegmentDetail | None:
    """ Create Segment

     Make a segment by conditions; who is in it is asked in the background.

    409 `segments.too_many`; 422 `conditions.bad`, `segments.conditions`, `segments.name_taken`,
    `segments.named`, `segments.too_deep`, `fields.unknown`.

    Args:
        body (NewSegment): A segment by conditions to be made; lists are made from lines or from a
            segment.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewSegment,

) -> Response[SegmentDetail]:
    """ Create Segment

     Make a segment by conditions; who is in it is asked in the background.

    409 `segments.too_many`; 422 `conditions.bad`, `segments.conditions`, `segments.name_taken`,
    `segments.named`, `segments.too_deep`, `fields.unknown`.

    Args:
        body (NewSegment): A segment by conditions to be made; lists are made from lines or from a
            segment.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewSegment,

) -> SegmentDetail | None:
    """ Create Segment

     Make a segment by conditions; who is in it is asked in the background.

    409 `segments.too_many`; 422 `conditions.bad`, `segments.conditions`, `segments.name_taken`,
    `segments.named`, `segments.too_deep`, `fields.unknown`.

    Args:
        body (NewSegment): A segment by conditions to be made; lists are made from lines or from a
            segment.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
