from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_list import NewList
from ...models.segment_detail import SegmentDetail
from typing import cast



def _get_kwargs(
    *,
    body: NewList,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/lists",
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
    body: NewList,

) -> Response[SegmentDetail]:
    """ Make List

     Make a list from numbers of people: ids, phones, member numbers or WeCom ids.

    What names nobody is told in `report`. 409 `segments.too_many`; 413 `segments.list_too_long`
    above 1,000,000 lines; 422 `segments.empty_list`, `segments.name_taken`.

    Args:
        body (NewList): A list from numbers of people.

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
    body: NewList,

) -> SegmentDetail | None:
    """ Make List

     Make a list from numbers of people: ids, phones, member numbers or WeCom ids.

    What names nobody is told in `report`. 409 `segments.too_many`; 413 `segments.list_too_long`
    above 1,000,000 lines; 422 `segments.empty_list`, `segments.name_taken`.

    Args:
        body (NewList): A list from numbers of people.

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
    body: NewList,

) -> Response[SegmentDetail]:
    """ Make List

     Make a list from numbers of people: ids, phones, member numbers or WeCom ids.

    What names nobody is told in `report`. 409 `segments.too_many`; 413 `segments.list_too_long`
    above 1,000,000 lines; 422 `segments.empty_list`, `segments.name_taken`.

    Args:
        body (NewList): A list from numbers of people.

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
    body: NewList,

) -> SegmentDetail | None:
    """ Make List

     Make a list from numbers of people: ids, phones, member numbers or WeCom ids.

    What names nobody is told in `report`. 409 `segments.too_many`; 413 `segments.list_too_long`
    above 1,000,000 lines; 422 `segments.empty_list`, `segments.name_taken`.

    Args:
        body (NewList): A list from numbers of people.

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
