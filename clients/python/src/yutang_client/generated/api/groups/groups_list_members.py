from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_stay_page import GroupStayPage
from ...models.groups_list_members_own_role_type_0 import GroupsListMembersOwnRoleType0
from ...models.groups_list_members_role_type_0 import GroupsListMembersRoleType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    present: bool | Unset = True,
    role: GroupsListMembersRoleType0 | None | Unset = UNSET,
    q: str | Unset = '',
    friend: bool | None | Unset = UNSET,
    own_role: GroupsListMembersOwnRoleType0 | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    params["present"] = present

    json_role: None | str | Unset
    if isinstance(role, Unset):
        json_role = UNSET
    elif isinstance(role, GroupsListMembersRoleType0):
        json_role = role.value
    else:
        json_role = role
    params["role"] = json_role

    params["q"] = q

    json_friend: bool | None | Unset
    if isinstance(friend, Unset):
        json_friend = UNSET
    else:
        json_friend = friend
    params["friend"] = json_friend

    json_own_role: None | str | Unset
    if isinstance(own_role, Unset):
        json_own_role = UNSET
    elif isinstance(own_role, GroupsListMembersOwnRoleType0):
        json_own_role = own_role.value
    else:
        json_own_role = own_role
    params["own_role"] = json_own_role


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/groups/{group_id}/members".format(group_id=quote(str(group_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupStayPage | None:
    if response.status_code == 200:
        response_200 = GroupStayPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupStayPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    present: bool | Unset = True,
    role: GroupsListMembersRoleType0 | None | Unset = UNSET,
    q: str | Unset = '',
    friend: bool | None | Unset = UNSET,
    own_role: GroupsListMembersOwnRoleType0 | None | Unset = UNSET,

) -> Response[GroupStayPage]:
    """ List Members

     Who is in it; with `present=false` who was.

    `q` is part of a name or nickname; `friend` asks for persons who are, or are not, a friend of
    some member. 404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        present (bool | Unset):  Default: True.
        role (GroupsListMembersRoleType0 | None | Unset):
        q (str | Unset):  Default: ''.
        friend (bool | None | Unset):
        own_role (GroupsListMembersOwnRoleType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupStayPage]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
after=after,
limit=limit,
present=present,
role=role,
q=q,
friend=friend,
own_role=own_role,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    present: bool | Unset = True,
    role: GroupsListMembersRoleType0 | None | Unset = UNSET,
    q: str | Unset = '',
    friend: bool | None | Unset = UNSET,
    own_role: GroupsListMembersOwnRoleType0 | None | Unset = UNSET,

) -> GroupStayPage | None:
    """ List Members

     Who is in it; with `present=false` who was.

    `q` is part of a name or nickname; `friend` asks for persons who are, or are not, a friend of
    some member. 404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        present (bool | Unset):  Default: True.
        role (GroupsListMembersRoleType0 | None | Unset):
        q (str | Unset):  Default: ''.
        friend (bool | None | Unset):
        own_role (GroupsListMembersOwnRoleType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupStayPage
     """


    return sync_detailed(
        group_id=group_id,
client=client,
after=after,
limit=limit,
present=present,
role=role,
q=q,
friend=friend,
own_role=own_role,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    present: bool | Unset = True,
    role: GroupsListMembersRoleType0 | None | Unset = UNSET,
    q: str | Unset = '',
    friend: bool | None | Unset = UNSET,
    own_role: GroupsListMembersOwnRoleType0 | None | Unset = UNSET,

) -> Response[GroupStayPage]:
    """ List Members

     Who is in it; with `present=false` who was.

    `q` is part of a name or nickname; `friend` asks for persons who are, or are not, a friend of
    some member. 404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        present (bool | Unset):  Default: True.
        role (GroupsListMembersRoleType0 | None | Unset):
        q (str | Unset):  Default: ''.
        friend (bool | None | Unset):
        own_role (GroupsListMembersOwnRoleType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupStayPage]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
after=after,
limit=limit,
present=present,
role=role,
q=q,
friend=friend,
own_role=own_role,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    present: bool | Unset = True,
    role: GroupsListMembersRoleType0 | None | Unset = UNSET,
    q: str | Unset = '',
    friend: bool | None | Unset = UNSET,
    own_role: GroupsListMembersOwnRoleType0 | None | Unset = UNSET,

) -> GroupStayPage | None:
    """ List Members

     Who is in it; with `present=false` who was.

    `q` is part of a name or nickname; `friend` asks for persons who are, or are not, a friend of
    some member. 404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        present (bool | Unset):  Default: True.
        role (GroupsListMembersRoleType0 | None | Unset):
        q (str | Unset):  Default: ''.
        friend (bool | None | Unset):
        own_role (GroupsListMembersOwnRoleType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupStayPage
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
after=after,
limit=limit,
present=present,
role=role,
q=q,
friend=friend,
own_role=own_role,

    )).parsed
