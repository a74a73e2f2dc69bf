from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rota_read import RotaRead
from ...models.rota_update import RotaUpdate
from typing import cast



def _get_kwargs(
    channel_id: int,
    *,
    body: RotaUpdate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/channels/{channel_id}/rota".format(channel_id=quote(str(channel_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RotaRead | None:
    if response.status_code == 200:
        response_200 = RotaRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RotaRead]:
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
    body: RotaUpdate,

) -> Response[RotaRead]:
    """ Put Rota

     Make a code's rules what the body says; WeCom's list follows within seconds.

    404 `rota.unknown_channel`; 409 `rota.changed_meanwhile`; 422 `rota.overlap`,
    `rota.two_caps`, `rota.not_in_list`, `rota.bad_stand_in`. A cap of 0 is taken, and warned of.

    Args:
        channel_id (int):
        body (RotaUpdate): `version` is the one the change was made on: 0 where there was none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RotaRead]
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
    body: RotaUpdate,

) -> RotaRead | None:
    """ Put Rota

     Make a code's rules what the body says; WeCom's list follows within seconds.

    404 `rota.unknown_channel`; 409 `rota.changed_meanwhile`; 422 `rota.overlap`,
    `rota.two_caps`, `rota.not_in_list`, `rota.bad_stand_in`. A cap of 0 is taken, and warned of.

    Args:
        channel_id (int):
        body (RotaUpdate): `version` is the one the change was made on: 0 where there was none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RotaRead
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
    body: RotaUpdate,

) -> Response[RotaRead]:
    """ Put Rota

     Make a code's rules what the body says; WeCom's list follows within seconds.

    404 `rota.unknown_channel`; 409 `rota.changed_meanwhile`; 422 `rota.overlap`,
    `rota.two_caps`, `rota.not_in_list`, `rota.bad_stand_in`. A cap of 0 is taken, and warned of.

    Args:
        channel_id (int):
        body (RotaUpdate): `version` is the one the change was made on: 0 where there was none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RotaRead]
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
    body: RotaUpdate,

) -> RotaRead | None:
    """ Put Rota

     Make a code's rules what the body says; WeCom's list follows within seconds.

    404 `rota.unknown_channel`; 409 `rota.changed_meanwhile`; 422 `rota.overlap`,
    `rota.two_caps`, `rota.not_in_list`, `rota.bad_stand_in`. A cap of 0 is taken, and warned of.

    Args:
        channel_id (int):
        body (RotaUpdate): `version` is the one the change was made on: 0 where there was none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RotaRead
     """


    return (await asyncio_detailed(
        channel_id=channel_id,
client=client,
body=body,

    )).parsed
