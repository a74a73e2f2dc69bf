from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.conflict_page import ConflictPage
from ...models.persons_list_conflicts_state_type_0_item import PersonsListConflictsStateType0Item
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    state: list[PersonsListConflictsStateType0Item] | None | Unset = UNSET,
    customer: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_state: list[str] | None | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, list):
        json_state = []
        for state_type_0_item_data in state:
            state_type_0_item = state_type_0_item_data.value
            json_state.append(state_type_0_item)


    else:
        json_state = state
    params["state"] = json_state

    json_customer: int | None | Unset
    if isinstance(customer, Unset):
        json_customer = UNSET
    else:
        json_customer = customer
    params["customer"] = json_customer

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
        "url": "/api/identity-conflicts",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ConflictPage | None:
    if response.status_code == 200:
        response_200 = ConflictPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ConflictPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    state: list[PersonsListConflictsStateType0Item] | None | Unset = UNSET,
    customer: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[ConflictPage]:
    """ List Conflicts

     Ids that a message claims for one person and that are another's, the newest first.

    Without `state` the open ones. Who does not see both people does not see the conflict. 422
    `persons.bad_cursor`.

    Args:
        state (list[PersonsListConflictsStateType0Item] | None | Unset):
        customer (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConflictPage]
     """


    kwargs = _get_kwargs(
        state=state,
customer=customer,
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
    state: list[PersonsListConflictsStateType0Item] | None | Unset = UNSET,
    customer: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> ConflictPage | None:
    """ List Conflicts

     Ids that a message claims for one person and that are another's, the newest first.

    Without `state` the open ones. Who does not see both people does not see the conflict. 422
    `persons.bad_cursor`.

    Args:
        state (list[PersonsListConflictsStateType0Item] | None | Unset):
        customer (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConflictPage
     """


    return sync_detailed(
        client=client,
state=state,
customer=customer,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    state: list[PersonsListConflictsStateType0Item] | None | Unset = UNSET,
    customer: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[ConflictPage]:
    """ List Conflicts

     Ids that a message claims for one person and that are another's, the newest first.

    Without `state` the open ones. Who does not see both people does not see the conflict. 422
    `persons.bad_cursor`.

    Args:
        state (list[PersonsListConflictsStateType0Item] | None | Unset):
        customer (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConflictPage]
     """


    kwargs = _get_kwargs(
        state=state,
customer=customer,
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
    state: list[PersonsListConflictsStateType0Item] | None | Unset = UNSET,
    customer: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> ConflictPage | None:
    """ List Conflicts

     Ids that a message claims for one person and that are another's, the newest first.

    Without `state` the open ones. Who does not see both people does not see the conflict. 422
    `persons.bad_cursor`.

    Args:
        state (list[PersonsListConflictsStateType0Item] | None | Unset):
        customer (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConflictPage
     """


    return (await asyncio_detailed(
        client=client,
state=state,
customer=customer,
after=after,
limit=limit,

    )).parsed
