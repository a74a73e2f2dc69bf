from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.welcomes_which_applies_standing import WelcomesWhichAppliesStanding
from ...models.which_greeting import WhichGreeting
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    staff_id: int,
    at: str,
    channel_id: int | None | Unset = UNSET,
    standing: WelcomesWhichAppliesStanding | Unset = WelcomesWhichAppliesStanding.NEW,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["staff_id"] = staff_id

    params["at"] = at

    json_channel_id: int | None | Unset
    if isinstance(channel_id, Unset):
        json_channel_id = UNSET
    else:
        json_channel_id = channel_id
    params["channel_id"] = json_channel_id

    json_standing: str | Unset = UNSET
    if not isinstance(standing, Unset):
        json_standing = standing.value

    params["standing"] = json_standing


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/welcomes/which",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> WhichGreeting | None:
    if response.status_code == 200:
        response_200 = WhichGreeting.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[WhichGreeting]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    staff_id: int,
    at: str,
    channel_id: int | None | Unset = UNSET,
    standing: WelcomesWhichAppliesStanding | Unset = WelcomesWhichAppliesStanding.NEW,

) -> Response[WhichGreeting]:
    """ Which Applies

     Which welcome goes out when a member is added `at` (hh:mm) through a code, and why.

    404 `welcomes.unknown_reach`.

    Args:
        staff_id (int):
        at (str):
        channel_id (int | None | Unset):
        standing (WelcomesWhichAppliesStanding | Unset):  Default:
            WelcomesWhichAppliesStanding.NEW.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WhichGreeting]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,
at=at,
channel_id=channel_id,
standing=standing,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    staff_id: int,
    at: str,
    channel_id: int | None | Unset = UNSET,
    standing: WelcomesWhichAppliesStanding | Unset = WelcomesWhichAppliesStanding.NEW,

) -> WhichGreeting | None:
    """ Which Applies

     Which welcome goes out when a member is added `at` (hh:mm) through a code, and why.

    404 `welcomes.unknown_reach`.

    Args:
        staff_id (int):
        at (str):
        channel_id (int | None | Unset):
        standing (WelcomesWhichAppliesStanding | Unset):  Default:
            WelcomesWhichAppliesStanding.NEW.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WhichGreeting
     """


    return sync_detailed(
        client=client,
staff_id=staff_id,
at=at,
channel_id=channel_id,
standing=standing,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    staff_id: int,
    at: str,
    channel_id: int | None | Unset = UNSET,
    standing: WelcomesWhichAppliesStanding | Unset = WelcomesWhichAppliesStanding.NEW,

) -> Response[WhichGreeting]:
    """ Which Applies

     Which welcome goes out when a member is added `at` (hh:mm) through a code, and why.

    404 `welcomes.unknown_reach`.

    Args:
        staff_id (int):
        at (str):
        channel_id (int | None | Unset):
        standing (WelcomesWhichAppliesStanding | Unset):  Default:
            WelcomesWhichAppliesStanding.NEW.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WhichGreeting]
     """


    kwargs = _get_kwargs(
        staff_id=staff_id,
at=at,
channel_id=channel_id,
standing=standing,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    staff_id: int,
    at: str,
    channel_id: int | None | Unset = UNSET,
    standing: WelcomesWhichAppliesStanding | Unset = WelcomesWhichAppliesStanding.NEW,

) -> WhichGreeting | None:
    """ Which Applies

     Which welcome goes out when a member is added `at` (hh:mm) through a code, and why.

    404 `welcomes.unknown_reach`.

    Args:
        staff_id (int):
        at (str):
        channel_id (int | None | Unset):
        standing (WelcomesWhichAppliesStanding | Unset):  Default:
            WelcomesWhichAppliesStanding.NEW.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WhichGreeting
     """


    return (await asyncio_detailed(
        client=client,
staff_id=staff_id,
at=at,
channel_id=channel_id,
standing=standing,

    )).parsed
