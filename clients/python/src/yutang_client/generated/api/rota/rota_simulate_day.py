from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.simulation_read import SimulationRead
from ...models.simulation_wish import SimulationWish
from typing import cast



def _get_kwargs(
    channel_id: int,
    *,
    body: SimulationWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/channels/{channel_id}/simulation".format(channel_id=quote(str(channel_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SimulationRead | None:
    if response.status_code == 200:
        response_200 = SimulationRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SimulationRead]:
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
    body: SimulationWish,

) -> Response[SimulationRead]:
    """ Simulate Day

     Play a day of made-up scans through a code's rules, or through others; changes nothing.

    404 `rota.unknown_channel`; 422 as for a change of the rules.

    Args:
        channel_id (int):
        body (SimulationWish): A day to play through.

            `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
            `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's
            own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SimulationRead]
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
    body: SimulationWish,

) -> SimulationRead | None:
    """ Simulate Day

     Play a day of made-up scans through a code's rules, or through others; changes nothing.

    404 `rota.unknown_channel`; 422 as for a change of the rules.

    Args:
        channel_id (int):
        body (SimulationWish): A day to play through.

            `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
            `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's
            own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SimulationRead
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
    body: SimulationWish,

) -> Response[SimulationRead]:
    """ Simulate Day

     Play a day of made-up scans through a code's rules, or through others; changes nothing.

    404 `rota.unknown_channel`; 422 as for a change of the rules.

    Args:
        channel_id (int):
        body (SimulationWish): A day to play through.

            `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
            `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's
            own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SimulationRead]
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
    body: SimulationWish,

) -> SimulationRead | None:
    """ Simulate Day

     Play a day of made-up scans through a code's rules, or through others; changes nothing.

    404 `rota.unknown_channel`; 422 as for a change of the rules.

    Args:
        channel_id (int):
        body (SimulationWish): A day to play through.

            `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
            `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's
            own.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SimulationRead
     """


    return (await asyncio_detailed(
        channel_id=channel_id,
client=client,
body=body,

    )).parsed
