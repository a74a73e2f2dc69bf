from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.task_end import TaskEnd
from ...models.task_list import TaskList
from typing import cast



def _get_kwargs(
    customer_id: int,
    task_id: int,
    *,
    body: TaskEnd,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/customers/{customer_id}/tasks/{task_id}/close".format(customer_id=quote(str(customer_id), safe=""),task_id=quote(str(task_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TaskList | None:
    if response.status_code == 200:
        response_200 = TaskList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TaskList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskEnd,

) -> Response[TaskList]:
    """ Close Task

     Say that a task about him is done, or dropped. 404 `tasks.unknown`, 409 `tasks.closed`.

    Args:
        customer_id (int):
        task_id (int):
        body (TaskEnd): How a task ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TaskList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
task_id=task_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskEnd,

) -> TaskList | None:
    """ Close Task

     Say that a task about him is done, or dropped. 404 `tasks.unknown`, 409 `tasks.closed`.

    Args:
        customer_id (int):
        task_id (int):
        body (TaskEnd): How a task ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TaskList
     """


    return sync_detailed(
        customer_id=customer_id,
task_id=task_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskEnd,

) -> Response[TaskList]:
    """ Close Task

     Say that a task about him is done, or dropped. 404 `tasks.unknown`, 409 `tasks.closed`.

    Args:
        customer_id (int):
        task_id (int):
        body (TaskEnd): How a task ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TaskList]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
task_id=task_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TaskEnd,

) -> TaskList | None:
    """ Close Task

     Say that a task about him is done, or dropped. 404 `tasks.unknown`, 409 `tasks.closed`.

    Args:
        customer_id (int):
        task_id (int):
        body (TaskEnd): How a task ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TaskList
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
task_id=task_id,
client=client,
body=body,

    )).parsed
