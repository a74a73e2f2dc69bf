from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.own_snooze import OwnSnooze
from typing import cast



def _get_kwargs(
    task_id: int,
    *,
    body: OwnSnooze,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/staff/tasks/{task_id}/snooze".format(task_id=quote(str(task_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 204:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
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
    body: OwnSnooze,

) -> Response[Any]:
    """ Snooze Own Task

     Put a task of the member off, three times at most.

    404 `tasks.unknown`; 409 `tasks.closed`, `tasks.too_many_snoozes`; 422 `tasks.bad_due_time`.

    Args:
        task_id (int):
        body (OwnSnooze): Until when a task is put off.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: OwnSnooze,

) -> Response[Any]:
    """ Snooze Own Task

     Put a task of the member off, three times at most.

    404 `tasks.unknown`; 409 `tasks.closed`, `tasks.too_many_snoozes`; 422 `tasks.bad_due_time`.

    Args:
        task_id (int):
        body (OwnSnooze): Until when a task is put off.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

