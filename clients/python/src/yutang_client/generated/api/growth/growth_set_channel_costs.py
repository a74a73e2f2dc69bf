from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.cost_change import CostChange
from ...models.cost_list import CostList
from typing import cast



def _get_kwargs(
    channel_id: int,
    *,
    body: CostChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/channels/{channel_id}/costs".format(channel_id=quote(str(channel_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CostList | None:
    if response.status_code == 200:
        response_200 = CostList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CostList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    channel_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CostChange,

) -> Response[CostList]:
    """ Set Channel Costs

     Enter what months of a channel cost, in fen; null takes an entry away.

    422 `growth.bad_month` for a day that is no first. 404 for an unknown channel.

    Args:
        channel_id (int):
        body (CostChange): Months with what they cost; null takes the entry away. What is left out
            stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CostList]
     """


    kwargs = _get_kwargs(
        channel_id=channel_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    channel_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CostChange,

) -> CostList | None:
    """ Set Channel Costs

     Enter what months of a channel cost, in fen; null takes an entry away.

    422 `growth.bad_month` for a day that is no first. 404 for an unknown channel.

    Args:
        channel_id (int):
        body (CostChange): Months with what they cost; null takes the entry away. What is left out
            stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CostList
     """


    return sync_detailed(
        channel_id=channel_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    channel_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CostChange,

) -> Response[CostList]:
    """ Set Channel Costs

     Enter what months of a channel cost, in fen; null takes an entry away.

    422 `growth.bad_month` for a day that is no first. 404 for an unknown channel.

    Args:
        channel_id (int):
        body (CostChange): Months with what they cost; null takes the entry away. What is left out
            stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CostList]
     """


    kwargs = _get_kwargs(
        channel_id=channel_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    channel_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CostChange,

) -> CostList | None:
    """ Set Channel Costs

     Enter what months of a channel cost, in fen; null takes an entry away.

    422 `growth.bad_month` for a day that is no first. 404 for an unknown channel.

    Args:
        channel_id (int):
        body (CostChange): Months with what they cost; null takes the entry away. What is left out
            stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CostList
     """


    return (await asyncio_detailed(
        channel_id=channel_id,
client=client,
body=body,

    )).parsed
