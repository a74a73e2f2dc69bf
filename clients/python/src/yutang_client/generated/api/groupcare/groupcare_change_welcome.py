from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_welcome_change import GroupWelcomeChange
from ...models.group_welcome_read import GroupWelcomeRead
from typing import cast



def _get_kwargs(
    welcome_id: int,
    *,
    body: GroupWelcomeChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/group-welcomes/{welcome_id}".format(welcome_id=quote(str(welcome_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupWelcomeRead | None:
    if response.status_code == 200:
        response_200 = GroupWelcomeRead.from_dict(response.json())



        return response_200

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
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupWelcomeChange,

) -> Response[GroupWelcomeRead]:
    """ Change Welcome

     Change a welcome: another text or attachment is `updating` until WeCom has it.

    Its owners then get a task anew; those before it are dropped. 409
    `groupcare.changed_meanwhile`.

    Args:
        welcome_id (int):
        body (GroupWelcomeChange): A welcome as it shall be; `version` is the one the change was
            made on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupWelcomeRead]
     """


    kwargs = _get_kwargs(
        welcome_id=welcome_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupWelcomeChange,

) -> GroupWelcomeRead | None:
    """ Change Welcome

     Change a welcome: another text or attachment is `updating` until WeCom has it.

    Its owners then get a task anew; those before it are dropped. 409
    `groupcare.changed_meanwhile`.

    Args:
        welcome_id (int):
        body (GroupWelcomeChange): A welcome as it shall be; `version` is the one the change was
            made on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupWelcomeRead
     """


    return sync_detailed(
        welcome_id=welcome_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupWelcomeChange,

) -> Response[GroupWelcomeRead]:
    """ Change Welcome

     Change a welcome: another text or attachment is `updating` until WeCom has it.

    Its owners then get a task anew; those before it are dropped. 409
    `groupcare.changed_meanwhile`.

    Args:
        welcome_id (int):
        body (GroupWelcomeChange): A welcome as it shall be; `version` is the one the change was
            made on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupWelcomeRead]
     """


    kwargs = _get_kwargs(
        welcome_id=welcome_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupWelcomeChange,

) -> GroupWelcomeRead | None:
    """ Change Welcome

     Change a welcome: another text or attachment is `updating` until WeCom has it.

    Its owners then get a task anew; those before it are dropped. 409
    `groupcare.changed_meanwhile`.

    Args:
        welcome_id (int):
        body (GroupWelcomeChange): A welcome as it shall be; `version` is the one the change was
            made on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupWelcomeRead
     """


    return (await asyncio_detailed(
        welcome_id=welcome_id,
client=client,
body=body,

    )).parsed
