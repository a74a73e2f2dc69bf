from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.segment_change import SegmentChange
from ...models.segment_detail import SegmentDetail
from typing import cast



def _get_kwargs(
    segment_id: int,
    *,
    body: SegmentChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/segments/{segment_id}".format(segment_id=quote(str(segment_id), safe=""),),
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
    *,
    client: AuthenticatedClient | Client,
    body: SegmentChange,

) -> Response[SegmentDetail]:
    """ Change Segment

     Make it what the body says; the old words stay as a version.

    404 `segments.unknown`; 409 `segments.changed_meanwhile`, `segments.in_use` (a rule waits for
    who enters and leaves it: it stays kept); 422 `conditions.bad`, `segments.conditions`,
    `segments.cycle`, `segments.kind_fixed`, `segments.name_taken`, `segments.named`,
    `segments.too_deep`, `fields.unknown`, `tag_rules.loop` where rules would go round by it.

    Args:
        segment_id (int):
        body (SegmentChange): A segment as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
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
    body: SegmentChange,

) -> SegmentDetail | None:
    """ Change Segment

     Make it what the body says; the old words stay as a version.

    404 `segments.unknown`; 409 `segments.changed_meanwhile`, `segments.in_use` (a rule waits for
    who enters and leaves it: it stays kept); 422 `conditions.bad`, `segments.conditions`,
    `segments.cycle`, `segments.kind_fixed`, `segments.name_taken`, `segments.named`,
    `segments.too_deep`, `fields.unknown`, `tag_rules.loop` where rules would go round by it.

    Args:
        segment_id (int):
        body (SegmentChange): A segment as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
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
    body: SegmentChange,

) -> Response[SegmentDetail]:
    """ Change Segment

     Make it what the body says; the old words stay as a version.

    404 `segments.unknown`; 409 `segments.changed_meanwhile`, `segments.in_use` (a rule waits for
    who enters and leaves it: it stays kept); 422 `conditions.bad`, `segments.conditions`,
    `segments.cycle`, `segments.kind_fixed`, `segments.name_taken`, `segments.named`,
    `segments.too_deep`, `fields.unknown`, `tag_rules.loop` where rules would go round by it.

    Args:
        segment_id (int):
        body (SegmentChange): A segment as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SegmentDetail]
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
    body: SegmentChange,

) -> SegmentDetail | None:
    """ Change Segment

     Make it what the body says; the old words stay as a version.

    404 `segments.unknown`; 409 `segments.changed_meanwhile`, `segments.in_use` (a rule waits for
    who enters and leaves it: it stays kept); 422 `conditions.bad`, `segments.conditions`,
    `segments.cycle`, `segments.kind_fixed`, `segments.name_taken`, `segments.named`,
    `segments.too_deep`, `fields.unknown`, `tag_rules.loop` where rules would go round by it.

    Args:
        segment_id (int):
        body (SegmentChange): A segment as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SegmentDetail
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
client=client,
body=body,

    )).parsed
