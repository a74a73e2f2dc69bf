from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.size_list import SizeList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    segment_id: int,
    *,
    days: int | Unset = 90,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["days"] = days


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/segments/{segment_id}/sizes".format(segment_id=quote(str(segment_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SizeList | None:
    if response.status_code == 200:
        response_200 = SizeList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SizeList]:
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
    days: int | Unset = 90,

) -> Response[SizeList]:
    """ List Sizes

     How many were in it, over time. 404 `segments.unknown`.

    Args:
        segment_id (int):
        days (int | Unset):  Default: 90.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SizeList]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
days=days,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 90,

) -> SizeList | None:
    """ List Sizes

     How many were in it, over time. 404 `segments.unknown`.

    Args:
        segment_id (int):
        days (int | Unset):  Default: 90.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SizeList
     """


    return sync_detailed(
        segment_id=segment_id,
client=client,
days=days,

    ).parsed

async def asyncio_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 90,

) -> Response[SizeList]:
    """ List Sizes

     How many were in it, over time. 404 `segments.unknown`.

    Args:
        segment_id (int):
        days (int | Unset):  Default: 90.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SizeList]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,
days=days,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 90,

) -> SizeList | None:
    """ List Sizes

     How many were in it, over time. 404 `segments.unknown`.

    Args:
        segment_id (int):
        days (int | Unset):  Default: 90.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SizeList
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
client=client,
days=days,

    )).parsed
