from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_code_create import GroupCodeCreate
from ...models.group_code_read import GroupCodeRead
from typing import cast



def _get_kwargs(
    *,
    body: GroupCodeCreate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-codes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupCodeRead | None:
    if response.status_code == 201:
        response_201 = GroupCodeRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupCodeRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeCreate,

) -> Response[GroupCodeRead]:
    """ Create Code

     Make a group code: its address works at once, its join way as soon as WeCom made it.

    422 `groupcodes.bad_sizes`, `groupcodes.next_name_needed`, `groupcodes.opener_needed`,
    `groupcodes.unknown_tag`, `groupcodes.unknown_fallback`, `groupcodes.unknown_groups`.

    Args:
        body (GroupCodeCreate): A new one with the first groups of its queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeCreate,

) -> GroupCodeRead | None:
    """ Create Code

     Make a group code: its address works at once, its join way as soon as WeCom made it.

    422 `groupcodes.bad_sizes`, `groupcodes.next_name_needed`, `groupcodes.opener_needed`,
    `groupcodes.unknown_tag`, `groupcodes.unknown_fallback`, `groupcodes.unknown_groups`.

    Args:
        body (GroupCodeCreate): A new one with the first groups of its queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeCreate,

) -> Response[GroupCodeRead]:
    """ Create Code

     Make a group code: its address works at once, its join way as soon as WeCom made it.

    422 `groupcodes.bad_sizes`, `groupcodes.next_name_needed`, `groupcodes.opener_needed`,
    `groupcodes.unknown_tag`, `groupcodes.unknown_fallback`, `groupcodes.unknown_groups`.

    Args:
        body (GroupCodeCreate): A new one with the first groups of its queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeRead]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: GroupCodeCreate,

) -> GroupCodeRead | None:
    """ Create Code

     Make a group code: its address works at once, its join way as soon as WeCom made it.

    422 `groupcodes.bad_sizes`, `groupcodes.next_name_needed`, `groupcodes.opener_needed`,
    `groupcodes.unknown_tag`, `groupcodes.unknown_fallback`, `groupcodes.unknown_groups`.

    Args:
        body (GroupCodeCreate): A new one with the first groups of its queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
