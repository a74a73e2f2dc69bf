from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.count_groups_kind_item import CountGroupsKindItem
from ...models.count_groups_phase_item import CountGroupsPhaseItem
from ...models.count_groups_state_item import CountGroupsStateItem
from ...models.count_groups_tier_item import CountGroupsTierItem
from ...models.group_count import GroupCount
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[CountGroupsKindItem] | Unset = UNSET,
    tier: list[CountGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[CountGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[CountGroupsPhaseItem] | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

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
        "url": "/api/groups/count",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupCount | None:
    if response.status_code == 200:
        response_200 = GroupCount.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupCount]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[CountGroupsKindItem] | Unset = UNSET,
    tier: list[CountGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[CountGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[CountGroupsPhaseItem] | Unset = UNSET,

) -> Response[GroupCount]:
    """ Count Groups

     How many the same conditions find, exactly.

    Args:
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[CountGroupsKindItem] | Unset):
        tier (list[CountGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[CountGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[CountGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCount]
     """


    kwargs = _get_kwargs(
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
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[CountGroupsKindItem] | Unset = UNSET,
    tier: list[CountGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[CountGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[CountGroupsPhaseItem] | Unset = UNSET,

) -> GroupCount | None:
    """ Count Groups

     How many the same conditions find, exactly.

    Args:
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[CountGroupsKindItem] | Unset):
        tier (list[CountGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[CountGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[CountGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCount
     """


    return sync_detailed(
        client=client,
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
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[CountGroupsKindItem] | Unset = UNSET,
    tier: list[CountGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[CountGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[CountGroupsPhaseItem] | Unset = UNSET,

) -> Response[GroupCount]:
    """ Count Groups

     How many the same conditions find, exactly.

    Args:
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[CountGroupsKindItem] | Unset):
        tier (list[CountGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[CountGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[CountGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCount]
     """


    kwargs = _get_kwargs(
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
    q: str | Unset = '',
    owner_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    kind: list[CountGroupsKindItem] | Unset = UNSET,
    tier: list[CountGroupsTierItem] | Unset = UNSET,
    label: str | Unset = '',
    state: list[CountGroupsStateItem] | Unset = UNSET,
    people_min: int | None | Unset = UNSET,
    people_max: int | None | Unset = UNSET,
    quiet_days: int | None | Unset = UNSET,
    unsorted: bool | Unset = False,
    full: bool | Unset = False,
    phase: list[CountGroupsPhaseItem] | Unset = UNSET,

) -> GroupCount | None:
    """ Count Groups

     How many the same conditions find, exactly.

    Args:
        q (str | Unset):  Default: ''.
        owner_id (list[int] | Unset):
        department_id (int | None | Unset):
        kind (list[CountGroupsKindItem] | Unset):
        tier (list[CountGroupsTierItem] | Unset):
        label (str | Unset):  Default: ''.
        state (list[CountGroupsStateItem] | Unset):
        people_min (int | None | Unset):
        people_max (int | None | Unset):
        quiet_days (int | None | Unset):
        unsorted (bool | Unset):  Default: False.
        full (bool | Unset):  Default: False.
        phase (list[CountGroupsPhaseItem] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCount
     """


    return (await asyncio_detailed(
        client=client,
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
