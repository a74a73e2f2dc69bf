from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handover_read import HandoverRead
from typing import cast



def _get_kwargs(
    handover_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/handovers/{handover_id}/stop".format(handover_id=quote(str(handover_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HandoverRead | None:
    if response.status_code == 200:
        response_200 = HandoverRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HandoverRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[HandoverRead]:
    """ Stop Handover

     Ask for nobody any more; who was asked for goes on, for WeCom takes nothing back.

    404 `handovers.unknown`; 409 `handovers.not_now`.

    Args:
        handover_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverRead]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> HandoverRead | None:
    """ Stop Handover

     Ask for nobody any more; who was asked for goes on, for WeCom takes nothing back.

    404 `handovers.unknown`; 409 `handovers.not_now`.

    Args:
        handover_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverRead
     """


    return sync_detailed(
        handover_id=handover_id,
client=client,

    ).parsed

async def asyncio_detailed(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[HandoverRead]:
    """ Stop Handover

     Ask for nobody any more; who was asked for goes on, for WeCom takes nothing back.

    404 `handovers.unknown`; 409 `handovers.not_now`.

    Args:
        handover_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverRead]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> HandoverRead | None:
    """ Stop Handover

     Ask for nobody any more; who was asked for goes on, for WeCom takes nothing back.

    404 `handovers.unknown`; 409 `handovers.not_now`.

    Args:
        handover_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverRead
     """


    return (await asyncio_detailed(
        handover_id=handover_id,
client=client,

    )).parsed
