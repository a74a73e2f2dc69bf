from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.grouptiers_list_people_state_type_0 import GrouptiersListPeopleStateType0
from ...models.invitee_page import InviteePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    invitation_id: int,
    *,
    state: GrouptiersListPeopleStateType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, GrouptiersListPeopleStateType0):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_staff_id: int | None | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

    params["after"] = after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-invitations/{invitation_id}/people".format(invitation_id=quote(str(invitation_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> InviteePage | None:
    if response.status_code == 200:
        response_200 = InviteePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[InviteePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    invitation_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: GrouptiersListPeopleStateType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[InviteePage]:
    """ List People

     One page of whom it is for. 404 `grouptiers.unknown_invitation`.

    Args:
        invitation_id (int):
        state (GrouptiersListPeopleStateType0 | None | Unset):
        staff_id (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InviteePage]
     """


    kwargs = _get_kwargs(
        invitation_id=invitation_id,
state=state,
staff_id=staff_id,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    invitation_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: GrouptiersListPeopleStateType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> InviteePage | None:
    """ List People

     One page of whom it is for. 404 `grouptiers.unknown_invitation`.

    Args:
        invitation_id (int):
        state (GrouptiersListPeopleStateType0 | None | Unset):
        staff_id (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InviteePage
     """


    return sync_detailed(
        invitation_id=invitation_id,
client=client,
state=state,
staff_id=staff_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    invitation_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: GrouptiersListPeopleStateType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[InviteePage]:
    """ List People

     One page of whom it is for. 404 `grouptiers.unknown_invitation`.

    Args:
        invitation_id (int):
        state (GrouptiersListPeopleStateType0 | None | Unset):
        staff_id (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InviteePage]
     """


    kwargs = _get_kwargs(
        invitation_id=invitation_id,
state=state,
staff_id=staff_id,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    invitation_id: int,
    *,
    client: AuthenticatedClient | Client,
    state: GrouptiersListPeopleStateType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> InviteePage | None:
    """ List People

     One page of whom it is for. 404 `grouptiers.unknown_invitation`.

    Args:
        invitation_id (int):
        state (GrouptiersListPeopleStateType0 | None | Unset):
        staff_id (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InviteePage
     """


    return (await asyncio_detailed(
        invitation_id=invitation_id,
client=client,
state=state,
staff_id=staff_id,
after=after,
limit=limit,

    )).parsed
