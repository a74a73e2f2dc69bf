from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.board_task import BoardTask
from ...models.task_assignee import TaskAssignee
from typing import cast



def _get_kwargs(
    task_id: int,
    *,
    body: TaskAssignee,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tasks/{task_id}/reassign".format(task_id=quote(str(task_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BoardTask | None:
    if response.status_code == 200:
        response_200 = BoardTask.from_dict(response.json())



        return response_200

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
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskAssignee,

) -> Response[BoardTask]:
    """ Reassign Task

     Give an open task to another member, or into a leader's pool; he begins anew.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.unknown_assignee`,
    `tasks.foreign_assignee`.

    Args:
        task_id (int):
        body (TaskAssignee): To whom a task goes, or into whose pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BoardTask]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskAssignee,

) -> BoardTask | None:
    """ Reassign Task

     Give an open task to another member, or into a leader's pool; he begins anew.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.unknown_assignee`,
    `tasks.foreign_assignee`.

    Args:
        task_id (int):
        body (TaskAssignee): To whom a task goes, or into whose pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BoardTask
     """


    return sync_detailed(
        task_id=task_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskAssignee,

) -> Response[BoardTask]:
    """ Reassign Task

     Give an open task to another member, or into a leader's pool; he begins anew.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.unknown_assignee`,
    `tasks.foreign_assignee`.

    Args:
        task_id (int):
        body (TaskAssignee): To whom a task goes, or into whose pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BoardTask]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskAssignee,

) -> BoardTask | None:
    """ Reassign Task

     Give an open task to another member, or into a leader's pool; he begins anew.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.unknown_assignee`,
    `tasks.foreign_assignee`.

    Args:
        task_id (int):
        body (TaskAssignee): To whom a task goes, or into whose pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BoardTask
     """


    return (await asyncio_detailed(
        task_id=task_id,
client=client,
body=body,

    )).parsed
