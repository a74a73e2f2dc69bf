from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.breach_page import BreachPage
from ...models.grouprules_list_breaches_kind_item import GrouprulesListBreachesKindItem
from ...models.grouprules_list_breaches_state_item import GrouprulesListBreachesStateItem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    state: list[GrouprulesListBreachesStateItem] | Unset = UNSET,
    kind: list[GrouprulesListBreachesKindItem] | Unset = UNSET,
    group_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item = state_item_data.value
            json_state.append(state_item)


    params["state"] = json_state

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item = kind_item_data.value
            json_kind.append(kind_item)


    params["kind"] = json_kind

    json_group_id: int | None | Unset
    if isinstance(group_id, Unset):
        json_group_id = UNSET
    else:
        json_group_id = group_id
    params["group_id"] = json_group_id

    json_customer_id: int | None | Unset
    if isinstance(customer_id, Unset):
        json_customer_id = UNSET
    else:
        json_customer_id = customer_id
    params["customer_id"] = json_customer_id

    json_owner_id: int | None | Unset
    if isinstance(owner_id, Unset):
        json_owner_id = UNSET
    else:
        json_owner_id = owner_id
    params["owner_id"] = json_owner_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-breaches",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BreachPage | None:
    if response.status_code == 200:
        response_200 = BreachPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BreachPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    state: list[GrouprulesListBreachesStateItem] | Unset = UNSET,
    kind: list[GrouprulesListBreachesKindItem] | Unset = UNSET,
    group_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> Response[BreachPage]:
    """ List Breaches

     Breaches in the groups you see, the newest first, with what is to be said or done.

    422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        state (list[GrouprulesListBreachesStateItem] | Unset):
        kind (list[GrouprulesListBreachesKindItem] | Unset):
        group_id (int | None | Unset):
        customer_id (int | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
state=state,
kind=kind,
group_id=group_id,
customer_id=customer_id,
owner_id=owner_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    state: list[GrouprulesListBreachesStateItem] | Unset = UNSET,
    kind: list[GrouprulesListBreachesKindItem] | Unset = UNSET,
    group_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> BreachPage | None:
    """ List Breaches

     Breaches in the groups you see, the newest first, with what is to be said or done.

    422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        state (list[GrouprulesListBreachesStateItem] | Unset):
        kind (list[GrouprulesListBreachesKindItem] | Unset):
        group_id (int | None | Unset):
        customer_id (int | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachPage
     """


    return sync_detailed(
        client=client,
after=after,
limit=limit,
state=state,
kind=kind,
group_id=group_id,
customer_id=customer_id,
owner_id=owner_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    state: list[GrouprulesListBreachesStateItem] | Unset = UNSET,
    kind: list[GrouprulesListBreachesKindItem] | Unset = UNSET,
    group_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> Response[BreachPage]:
    """ List Breaches

     Breaches in the groups you see, the newest first, with what is to be said or done.

    422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        state (list[GrouprulesListBreachesStateItem] | Unset):
        kind (list[GrouprulesListBreachesKindItem] | Unset):
        group_id (int | None | Unset):
        customer_id (int | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
state=state,
kind=kind,
group_id=group_id,
customer_id=customer_id,
owner_id=owner_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    state: list[GrouprulesListBreachesStateItem] | Unset = UNSET,
    kind: list[GrouprulesListBreachesKindItem] | Unset = UNSET,
    group_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> BreachPage | None:
    """ List Breaches

     Breaches in the groups you see, the newest first, with what is to be said or done.

    422 `grouprules.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        state (list[GrouprulesListBreachesStateItem] | Unset):
        kind (list[GrouprulesListBreachesKindItem] | Unset):
        group_id (int | None | Unset):
        customer_id (int | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachPage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
limit=limit,
state=state,
kind=kind,
group_id=group_id,
customer_id=customer_id,
owner_id=owner_id,

    )).parsed
