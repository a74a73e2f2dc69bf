from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_roles import GroupRoles
from ...models.group_roles_set import GroupRolesSet
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    body: GroupRoles,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/groups/{group_id}/roles".format(group_id=quote(str(group_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupRolesSet | None:
    if response.status_code == 200:
        response_200 = GroupRolesSet.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupRolesSet]:
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
    body: GroupRoles,

) -> Response[GroupRolesSet]:
    """ Set Roles

     Say what up to 500 members of a group are in it; they keep it when they come back.

    Staff are expert, head_owner, sub_owner, admin or host; customers core. 404 `groups.unknown`,
    `groups.unknown_member`; 422 `groups.role_of_staff`, `groups.role_of_customers`: a member of
    staff, or the own WeChat of one, is never a customer. Then nothing changes.

    Args:
        group_id (int):
        body (GroupRoles): Some members of one group by WeCom's ids, and what they shall be; null:
            nothing of ours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRolesSet]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRoles,

) -> GroupRolesSet | None:
    """ Set Roles

     Say what up to 500 members of a group are in it; they keep it when they come back.

    Staff are expert, head_owner, sub_owner, admin or host; customers core. 404 `groups.unknown`,
    `groups.unknown_member`; 422 `groups.role_of_staff`, `groups.role_of_customers`: a member of
    staff, or the own WeChat of one, is never a customer. Then nothing changes.

    Args:
        group_id (int):
        body (GroupRoles): Some members of one group by WeCom's ids, and what they shall be; null:
            nothing of ours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRolesSet
     """


    return sync_detailed(
        group_id=group_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRoles,

) -> Response[GroupRolesSet]:
    """ Set Roles

     Say what up to 500 members of a group are in it; they keep it when they come back.

    Staff are expert, head_owner, sub_owner, admin or host; customers core. 404 `groups.unknown`,
    `groups.unknown_member`; 422 `groups.role_of_staff`, `groups.role_of_customers`: a member of
    staff, or the own WeChat of one, is never a customer. Then nothing changes.

    Args:
        group_id (int):
        body (GroupRoles): Some members of one group by WeCom's ids, and what they shall be; null:
            nothing of ours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupRolesSet]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupRoles,

) -> GroupRolesSet | None:
    """ Set Roles

     Say what up to 500 members of a group are in it; they keep it when they come back.

    Staff are expert, head_owner, sub_owner, admin or host; customers core. 404 `groups.unknown`,
    `groups.unknown_member`; 422 `groups.role_of_staff`, `groups.role_of_customers`: a member of
    staff, or the own WeChat of one, is never a customer. Then nothing changes.

    Args:
        group_id (int):
        body (GroupRoles): Some members of one group by WeCom's ids, and what they shall be; null:
            nothing of ours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupRolesSet
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
body=body,

    )).parsed
