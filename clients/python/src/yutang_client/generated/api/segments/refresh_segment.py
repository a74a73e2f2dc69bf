from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.segment_detail import SegmentDetail
from typing import cast



def _get_kwargs(
    segment_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/{segment_id}/refresh".format(segment_id=quote(str(segment_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SegmentDetail | None:
    if response.status_code == 202:
        response_202 = SegmentDetail.from_dict(response.json())



        return response_202

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
    *,
    client: AuthenticatedClient | Client,

) -> Response[SegmentDetail]:
    """ Refresh Segment

     Ask anew who is in it, in the background; `latest` of the segment tells how far it is.

    404 `segments.unknown`; 409 `segments.not_refreshed` for a list.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SegmentDetail | None:
    """ Refresh Segment

     Ask anew who is in it, in the background; `latest` of the segment tells how far it is.

    404 `segments.unknown`; 409 `segments.not_refreshed` for a list.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return sync_detailed(
        segment_id=segment_id,
client=client,

    ).parsed

async def asyncio_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[SegmentDetail]:
    """ Refresh Segment

     Ask anew who is in it, in the background; `latest` of the segment tells how far it is.

    404 `segments.unknown`; 409 `segments.not_refreshed` for a list.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SegmentDetail | None:
    """ Refresh Segment

     Ask anew who is in it, in the background; `latest` of the segment tells how far it is.

    404 `segments.unknown`; 409 `segments.not_refreshed` for a list.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
client=client,

    )).parsed
