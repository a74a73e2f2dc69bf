from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_page import GroupPage
from ...models.list_groups_kind_item import ListGroupsKindItem
from ...models.list_groups_phase_item import ListGroupsPhaseItem
from ...models.list_groups_sort import ListGroupsSort
from ...models.list_groups_state_item import ListGroupsStateItem
from ...models.list_groups_tier_item import ListGroupsTierItem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    sort: ListGroupsSort | Unset = ListGroupsSort.VALUE_1,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[ListGroupsKindItem] | Unset = UNSET,
    tier: list[ListGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[ListGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[ListGroupsPhaseItem] | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    params["q"] = q

    json_owner_id: list[int] | Unset = UNSET
    if not isinstance(owner_id, Unset):
        json_owner_id = owner_id


    params["owner_id"] = json_owner_id

    json_department_id: int | None | Unset
    if isinstance(department_id, Unset):
        json_department_id = UNSET
    else:
        json_department_id = department_id
    params["department_id"] = json_department_id

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item = kind_item_data.value
            json_kind.append(kind_item)


    params["kind"] = json_kind

    json_tier: list[str] | Unset = UNSET
    if not isinstance(tier, Unset):
        json_tier = []
        for tier_item_data in tier:
            tier_item = tier_item_data.value
            json_tier.append(tier_item)


    params["tier"] = json_tier

    params["label"] = label

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item = state_item_data.value
            json_state.append(state_item)


    params["state"] = json_state

    json_people_min: int | None | Unset
    if isinstance(people_min, Unset):
        json_people_min = UNSET
    else:
        json_people_min = people_min
    params["people_min"] = json_people_min

    json_people_max: int | None | Unset
    if isinstance(people_max, Unset):
        json_people_max = UNSET
    else:
        json_people_max = people_max
    params["people_max"] = json_people_max

    json_quiet_days: int | None | Unset
    if isinstance(quiet_days, Unset):
        json_quiet_days = UNSET
    else:
        json_quiet_days = quiet_days
    params["quiet_days"] = json_quiet_days

    params["unsorted"] = unsorted

    params["full"] = full

    json_phase: list[str] | Unset = UNSET
    if not isinstance(phase, Unset):
        json_phase = []
        for phase_item_data in phase:
            phase_item = phase_item_data.value
            json_phase.append(phase_item)


    params["phase"] = json_phase


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/groups",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupPage | None:
    if response.status_code == 200:
        response_200 = GroupPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    sort: ListGroupsSort | Unset = ListGroupsSort.VALUE_1,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[ListGroupsKindItem] | Unset = UNSET,
    tier: list[ListGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[ListGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[ListGroupsPhaseItem] | Unset = UNSET,

) -> Response[GroupPage]:
    """ List Groups

     Groups that one of your members owns or sits in.

    `q` is part of the name, how it sounds, or the whole WeCom id; `none` as kind or tier finds
    those without; `quiet_days`: nobody came or left for so long; `unsorted`: without kind or
    without tier; `full`: nobody gets in by their code any more. Dismissed ones come only where
    `state` asks for them. 422 `groups.bad_cursor`.

    Args:
        sort (ListGroupsSort | Unset):  Default: ListGroupsSort.VALUE_1.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[ListGroupsKindItem] | Unset):
        tier (list[ListGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[ListGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[ListGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupPage]
     """


    kwargs = _get_kwargs(
        sort=sort,
after=after,
limit=limit,
q=q,
owner_id=owner_id,
department_id=department_id,
kind=kind,
tier=tier,
label=label,
state=state,
people_min=people_min,
people_max=people_max,
quiet_days=quiet_days,
unsorted=unsorted,
full=full,
phase=phase,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    sort: ListGroupsSort | Unset = ListGroupsSort.VALUE_1,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[ListGroupsKindItem] | Unset = UNSET,
    tier: list[ListGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[ListGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[ListGroupsPhaseItem] | Unset = UNSET,

) -> GroupPage | None:
    """ List Groups

     Groups that one of your members owns or sits in.

    `q` is part of the name, how it sounds, or the whole WeCom id; `none` as kind or tier finds
    those without; `quiet_days`: nobody came or left for so long; `unsorted`: without kind or
    without tier; `full`: nobody gets in by their code any more. Dismissed ones come only where
    `state` asks for them. 422 `groups.bad_cursor`.

    Args:
        sort (ListGroupsSort | Unset):  Default: ListGroupsSort.VALUE_1.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[ListGroupsKindItem] | Unset):
        tier (list[ListGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[ListGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[ListGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupPage
     """


    return sync_detailed(
        client=client,
sort=sort,
after=after,
limit=limit,
q=q,
owner_id=owner_id,
department_id=department_id,
kind=kind,
tier=tier,
label=label,
state=state,
people_min=people_min,
people_max=people_max,
quiet_days=quiet_days,
unsorted=unsorted,
full=full,
phase=phase,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    sort: ListGroupsSort | Unset = ListGroupsSort.VALUE_1,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[ListGroupsKindItem] | Unset = UNSET,
    tier: list[ListGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[ListGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[ListGroupsPhaseItem] | Unset = UNSET,

) -> Response[GroupPage]:
    """ List Groups

     Groups that one of your members owns or sits in.

    `q` is part of the name, how it sounds, or the whole WeCom id; `none` as kind or tier finds
    those without; `quiet_days`: nobody came or left for so long; `unsorted`: without kind or
    without tier; `full`: nobody gets in by their code any more. Dismissed ones come only where
    `state` asks for them. 422 `groups.bad_cursor`.

    Args:
        sort (ListGroupsSort | Unset):  Default: ListGroupsSort.VALUE_1.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[ListGroupsKindItem] | Unset):
        tier (list[ListGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[ListGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[ListGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupPage]
     """


    kwargs = _get_kwargs(
        sort=sort,
after=after,
limit=limit,
q=q,
owner_id=owner_id,
department_id=department_id,
kind=kind,
tier=tier,
label=label,
state=state,
people_min=people_min,
people_max=people_max,
quiet_days=quiet_days,
unsorted=unsorted,
full=full,
phase=phase,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    sort: ListGroupsSort | Unset = ListGroupsSort.VALUE_1,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[ListGroupsKindItem] | Unset = UNSET,
    tier: list[ListGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[ListGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[ListGroupsPhaseItem] | Unset = UNSET,

) -> GroupPage | None:
    """ List Groups

     Groups that one of your members owns or sits in.

    `q` is part of the name, how it sounds, or the whole WeCom id; `none` as kind or tier finds
    those without; `quiet_days`: nobody came or left for so long; `unsorted`: without kind or
    without tier; `full`: nobody gets in by their code any more. Dismissed ones come only where
    `state` asks for them. 422 `groups.bad_cursor`.

    Args:
        sort (ListGroupsSort | Unset):  Default: ListGroupsSort.VALUE_1.
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[ListGroupsKindItem] | Unset):
        tier (list[ListGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[ListGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[ListGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupPage
     """


    return (await asyncio_detailed(
        client=client,
sort=sort,
after=after,
limit=limit,
q=q,
owner_id=owner_id,
department_id=department_id,
kind=kind,
tier=tier,
label=label,
state=state,
people_min=people_min,
people_max=people_max,
quiet_days=quiet_days,
unsorted=unsorted,
full=full,
phase=phase,

    )).parsed
