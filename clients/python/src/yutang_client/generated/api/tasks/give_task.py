from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.board_task import BoardTask
from ...models.task_gift import TaskGift
from typing import cast



def _get_kwargs(
    *,
    body: TaskGift,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tasks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BoardTask | None:
    if response.status_code == 201:
        response_201 = BoardTask.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BoardTask]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TaskGift,

) -> Response[BoardTask]:
    """ Give Task

     Give a member a task, or put it into his pool for him to hand out.

    422 `tasks.bad_due_time`, `tasks.bad_link`, `tasks.unknown_kind`, `tasks.unknown_assignee`,
    `tasks.foreign_assignee`, `tasks.unknown_customer`.

    Args:
        body (TaskGift): A task to give: to a member, or into a leader's pool. `proof` null: as
            the kind asks.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BoardTask]
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
    body: TaskGift,

) -> BoardTask | None:
    """ Give Task

     Give a member a task, or put it into his pool for him to hand out.

    422 `tasks.bad_due_time`, `tasks.bad_link`, `tasks.unknown_kind`, `tasks.unknown_assignee`,
    `tasks.foreign_assignee`, `tasks.unknown_customer`.

    Args:
        body (TaskGift): A task to give: to a member, or into a leader's pool. `proof` null: as
            the kind asks.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BoardTask
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TaskGift,

) -> Response[BoardTask]:
    """ Give Task

     Give a member a task, or put it into his pool for him to hand out.

    422 `tasks.bad_due_time`, `tasks.bad_link`, `tasks.unknown_kind`, `tasks.unknown_assignee`,
    `tasks.foreign_assignee`, `tasks.unknown_customer`.

    Args:
        body (TaskGift): A task to give: to a member, or into a leader's pool. `proof` null: as
            the kind asks.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BoardTask]
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
    body: TaskGift,

) -> BoardTask | None:
    """ Give Task

     Give a member a task, or put it into his pool for him to hand out.

    422 `tasks.bad_due_time`, `tasks.bad_link`, `tasks.unknown_kind`, `tasks.unknown_assignee`,
    `tasks.foreign_assignee`, `tasks.unknown_customer`.

    Args:
        body (TaskGift): A task to give: to a member, or into a leader's pool. `proof` null: as
            the kind asks.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BoardTask
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
