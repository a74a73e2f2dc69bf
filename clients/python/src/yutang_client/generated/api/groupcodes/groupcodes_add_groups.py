from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.groups_added import GroupsAdded
from ...models.groups_to_add import GroupsToAdd
from typing import cast



def _get_kwargs(
    code_id: int,
    *,
    body: GroupsToAdd,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-codes/{code_id}/groups".format(code_id=quote(str(code_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupsAdded | None:
    if response.status_code == 200:
        response_200 = GroupsAdded.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupsAdded]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupsToAdd,

) -> Response[GroupsAdded]:
    """ Add Groups

     Put groups at the end of the queue: by id, or with `search` all that it finds, by name.

    At most 1,000 at once and 5,000 in a queue. 404 `groupcodes.unknown`; 422
    `groupcodes.unknown_groups`, `groupcodes.no_groups`, `groupcodes.too_many_groups`.

    Args:
        code_id (int):
        body (GroupsToAdd): Groups by id, or all that a search finds, by name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupsAdded]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupsToAdd,

) -> GroupsAdded | None:
    """ Add Groups

     Put groups at the end of the queue: by id, or with `search` all that it finds, by name.

    At most 1,000 at once and 5,000 in a queue. 404 `groupcodes.unknown`; 422
    `groupcodes.unknown_groups`, `groupcodes.no_groups`, `groupcodes.too_many_groups`.

    Args:
        code_id (int):
        body (GroupsToAdd): Groups by id, or all that a search finds, by name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupsAdded
     """


    return sync_detailed(
        code_id=code_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupsToAdd,

) -> Response[GroupsAdded]:
    """ Add Groups

     Put groups at the end of the queue: by id, or with `search` all that it finds, by name.

    At most 1,000 at once and 5,000 in a queue. 404 `groupcodes.unknown`; 422
    `groupcodes.unknown_groups`, `groupcodes.no_groups`, `groupcodes.too_many_groups`.

    Args:
        code_id (int):
        body (GroupsToAdd): Groups by id, or all that a search finds, by name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupsAdded]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupsToAdd,

) -> GroupsAdded | None:
    """ Add Groups

     Put groups at the end of the queue: by id, or with `search` all that it finds, by name.

    At most 1,000 at once and 5,000 in a queue. 404 `groupcodes.unknown`; 422
    `groupcodes.unknown_groups`, `groupcodes.no_groups`, `groupcodes.too_many_groups`.

    Args:
        code_id (int):
        body (GroupsToAdd): Groups by id, or all that a search finds, by name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupsAdded
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
body=body,

    )).parsed
