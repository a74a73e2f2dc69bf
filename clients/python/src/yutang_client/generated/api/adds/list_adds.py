from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.add_page import AddPage
from ...models.list_adds_outcome_type_0 import ListAddsOutcomeType0
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    on: datetime.date | None | Unset = UNSET,
    outcome: ListAddsOutcomeType0 | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_on: None | str | Unset
    if isinstance(on, Unset):
        json_on = UNSET
    elif isinstance(on, datetime.date):
        json_on = on.isoformat()
    else:
        json_on = on
    params["on"] = json_on

    json_outcome: None | str | Unset
    if isinstance(outcome, Unset):
        json_outcome = UNSET
    elif isinstance(outcome, ListAddsOutcomeType0):
        json_outcome = outcome.value
    else:
        json_outcome = outcome
    params["outcome"] = json_outcome

    json_channel_id: int | None | Unset
    if isinstance(channel_id, Unset):
        json_channel_id = UNSET
    else:
        json_channel_id = channel_id
    params["channel_id"] = json_channel_id

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/adds",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> AddPage | None:
    if response.status_code == 200:
        response_200 = AddPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[AddPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | None | Unset = UNSET,
    outcome: ListAddsOutcomeType0 | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[AddPage]:
    """ List Adds

     A day's adds and how each welcome ended, newest first; `on` defaults to the corp's today.

    Args:
        on (datetime.date | None | Unset):
        outcome (ListAddsOutcomeType0 | None | Unset):
        channel_id (int | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AddPage]
     """


    kwargs = _get_kwargs(
        on=on,
outcome=outcome,
channel_id=channel_id,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | None | Unset = UNSET,
    outcome: ListAddsOutcomeType0 | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> AddPage | None:
    """ List Adds

     A day's adds and how each welcome ended, newest first; `on` defaults to the corp's today.

    Args:
        on (datetime.date | None | Unset):
        outcome (ListAddsOutcomeType0 | None | Unset):
        channel_id (int | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AddPage
     """


    return sync_detailed(
        client=client,
on=on,
outcome=outcome,
channel_id=channel_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | None | Unset = UNSET,
    outcome: ListAddsOutcomeType0 | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[AddPage]:
    """ List Adds

     A day's adds and how each welcome ended, newest first; `on` defaults to the corp's today.

    Args:
        on (datetime.date | None | Unset):
        outcome (ListAddsOutcomeType0 | None | Unset):
        channel_id (int | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AddPage]
     """


    kwargs = _get_kwargs(
        on=on,
outcome=outcome,
channel_id=channel_id,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | None | Unset = UNSET,
    outcome: ListAddsOutcomeType0 | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> AddPage | None:
    """ List Adds

     A day's adds and how each welcome ended, newest first; `on` defaults to the corp's today.

    Args:
        on (datetime.date | None | Unset):
        outcome (ListAddsOutcomeType0 | None | Unset):
        channel_id (int | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AddPage
     """


    return (await asyncio_detailed(
        client=client,
on=on,
outcome=outcome,
channel_id=channel_id,
after=after,
limit=limit,

    )).parsed
