from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_detail import GroupDetail
from ...models.group_profile import GroupProfile
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    body: GroupProfile,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/groups/{group_id}/profile".format(group_id=quote(str(group_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupDetail | None:
    if response.status_code == 200:
        response_200 = GroupDetail.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupDetail]:
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
    body: GroupProfile,

) -> Response[GroupDetail]:
    """ Set Profile

     Say what a group is for. 404 `groups.unknown`; 409 `groups.changed_meanwhile`.

    Args:
        group_id (int):
        body (GroupProfile): What a group is for, as it shall be; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupDetail]
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
    body: GroupProfile,

) -> GroupDetail | None:
    """ Set Profile

     Say what a group is for. 404 `groups.unknown`; 409 `groups.changed_meanwhile`.

    Args:
        group_id (int):
        body (GroupProfile): What a group is for, as it shall be; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupDetail
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
    body: GroupProfile,

) -> Response[GroupDetail]:
    """ Set Profile

     Say what a group is for. 404 `groups.unknown`; 409 `groups.changed_meanwhile`.

    Args:
        group_id (int):
        body (GroupProfile): What a group is for, as it shall be; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupDetail]
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
    body: GroupProfile,

) -> GroupDetail | None:
    """ Set Profile

     Say what a group is for. 404 `groups.unknown`; 409 `groups.changed_meanwhile`.

    Args:
        group_id (int):
        body (GroupProfile): What a group is for, as it shall be; `version` is the one that was
            read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupDetail
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
body=body,

    )).parsed
