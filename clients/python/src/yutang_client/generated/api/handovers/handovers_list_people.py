from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handed_person_page import HandedPersonPage
from ...models.handovers_list_people_state_type_0 import HandoversListPeopleStateType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    handover_id: int,
    *,
    state: HandoversListPeopleStateType0 | None | Unset = UNSET,
    taker_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, HandoversListPeopleStateType0):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_taker_id: int | None | Unset
    if isinstance(taker_id, Unset):
        json_taker_id = UNSET
    else:
        json_taker_id = taker_id
    params["taker_id"] = json_taker_id

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/handovers/{handover_id}/people".format(handover_id=quote(str(handover_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HandedPersonPage | None:
    if response.status_code == 200:
        response_200 = HandedPersonPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HandedPersonPage]:
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
    state: HandoversListPeopleStateType0 | None | Unset = UNSET,
    taker_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[HandedPersonPage]:
    """ List People

     Its customers one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`.

    Args:
        handover_id (int):
        state (HandoversListPeopleStateType0 | None | Unset):
        taker_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandedPersonPage]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
state=state,
taker_id=taker_id,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: HandoversListPeopleStateType0 | None | Unset = UNSET,
    taker_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> HandedPersonPage | None:
    """ List People

     Its customers one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`.

    Args:
        handover_id (int):
        state (HandoversListPeopleStateType0 | None | Unset):
        taker_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandedPersonPage
     """


    return sync_detailed(
        handover_id=handover_id,
client=client,
state=state,
taker_id=taker_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: HandoversListPeopleStateType0 | None | Unset = UNSET,
    taker_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[HandedPersonPage]:
    """ List People

     Its customers one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`.

    Args:
        handover_id (int):
        state (HandoversListPeopleStateType0 | None | Unset):
        taker_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandedPersonPage]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
state=state,
taker_id=taker_id,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: HandoversListPeopleStateType0 | None | Unset = UNSET,
    taker_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> HandedPersonPage | None:
    """ List People

     Its customers one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`.

    Args:
        handover_id (int):
        state (HandoversListPeopleStateType0 | None | Unset):
        taker_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandedPersonPage
     """


    return (await asyncio_detailed(
        handover_id=handover_id,
client=client,
state=state,
taker_id=taker_id,
after=after,
limit=limit,

    )).parsed
