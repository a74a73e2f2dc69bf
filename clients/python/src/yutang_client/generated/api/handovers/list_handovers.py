from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handover_page import HandoverPage
from ...models.list_handovers_state_type_0 import ListHandoversStateType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    state: ListHandoversStateType0 | None | Unset = UNSET,
    from_staff_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 30,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, ListHandoversStateType0):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_from_staff_id: int | None | Unset
    if isinstance(from_staff_id, Unset):
        json_from_staff_id = UNSET
    else:
        json_from_staff_id = from_staff_id
    params["from_staff_id"] = json_from_staff_id

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
        "url": "/api/handovers",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HandoverPage | None:
    if response.status_code == 200:
        response_200 = HandoverPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HandoverPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    state: ListHandoversStateType0 | None | Unset = UNSET,
    from_staff_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 30,

) -> Response[HandoverPage]:
    """ List Handovers

     Handovers, newest first. 422 `handovers.bad_cursor`.

    Args:
        state (ListHandoversStateType0 | None | Unset):
        from_staff_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPage]
     """


    kwargs = _get_kwargs(
        state=state,
from_staff_id=from_staff_id,
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
    state: ListHandoversStateType0 | None | Unset = UNSET,
    from_staff_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 30,

) -> HandoverPage | None:
    """ List Handovers

     Handovers, newest first. 422 `handovers.bad_cursor`.

    Args:
        state (ListHandoversStateType0 | None | Unset):
        from_staff_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPage
     """


    return sync_detailed(
        client=client,
state=state,
from_staff_id=from_staff_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    state: ListHandoversStateType0 | None | Unset = UNSET,
    from_staff_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 30,

) -> Response[HandoverPage]:
    """ List Handovers

     Handovers, newest first. 422 `handovers.bad_cursor`.

    Args:
        state (ListHandoversStateType0 | None | Unset):
        from_staff_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandoverPage]
     """


    kwargs = _get_kwargs(
        state=state,
from_staff_id=from_staff_id,
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
    state: ListHandoversStateType0 | None | Unset = UNSET,
    from_staff_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 30,

) -> HandoverPage | None:
    """ List Handovers

     Handovers, newest first. 422 `handovers.bad_cursor`.

    Args:
        state (ListHandoversStateType0 | None | Unset):
        from_staff_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 30.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandoverPage
     """


    return (await asyncio_detailed(
        client=client,
state=state,
from_staff_id=from_staff_id,
after=after,
limit=limit,

    )).parsed
