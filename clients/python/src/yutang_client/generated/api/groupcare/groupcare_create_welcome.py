from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_welcome_read import GroupWelcomeRead
from ...models.new_group_welcome import NewGroupWelcome
from typing import cast



def _get_kwargs(
    *,
    body: NewGroupWelcome,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-welcomes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupWelcomeRead | None:
    if response.status_code == 201:
        response_201 = GroupWelcomeRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupWelcomeRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupWelcome,

) -> Response[GroupWelcomeRead]:
    """ Create Welcome

     Make a welcome: `creating` until WeCom has it, then its owners get a task.

    404 `files.unknown`; 409 `groupcare.library_full`, `groupcare.name_taken`; 422
    `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`, `groupcare.wrong_file`.

    Args:
        body (NewGroupWelcome): A welcome for groups: `%NICKNAME%` in the text becomes the name of
            who joins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupWelcomeRead]
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
    body: NewGroupWelcome,

) -> GroupWelcomeRead | None:
    """ Create Welcome

     Make a welcome: `creating` until WeCom has it, then its owners get a task.

    404 `files.unknown`; 409 `groupcare.library_full`, `groupcare.name_taken`; 422
    `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`, `groupcare.wrong_file`.

    Args:
        body (NewGroupWelcome): A welcome for groups: `%NICKNAME%` in the text becomes the name of
            who joins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupWelcomeRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGroupWelcome,

) -> Response[GroupWelcomeRead]:
    """ Create Welcome

     Make a welcome: `creating` until WeCom has it, then its owners get a task.

    404 `files.unknown`; 409 `groupcare.library_full`, `groupcare.name_taken`; 422
    `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`, `groupcare.wrong_file`.

    Args:
        body (NewGroupWelcome): A welcome for groups: `%NICKNAME%` in the text becomes the name of
            who joins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupWelcomeRead]
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
    body: NewGroupWelcome,

) -> GroupWelcomeRead | None:
    """ Create Welcome

     Make a welcome: `creating` until WeCom has it, then its owners get a task.

    404 `files.unknown`; 409 `groupcare.library_full`, `groupcare.name_taken`; 422
    `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`, `groupcare.wrong_file`.

    Args:
        body (NewGroupWelcome): A welcome for groups: `%NICKNAME%` in the text becomes the name of
            who joins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupWelcomeRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
