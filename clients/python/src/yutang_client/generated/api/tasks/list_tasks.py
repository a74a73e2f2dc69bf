from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_tasks_state import ListTasksState
from ...models.task_page import TaskPage
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    state: ListTasksState | Unset = ListTasksState.OPEN,
    kind: None | str | Unset = UNSET,
    overdue: bool | Unset = False,
    escalated: bool | Unset = False,
    pooled: bool | Unset = False,
    priority: int | None | Unset = UNSET,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    q: str | Unset = '',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    json_staff_id: int | None | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

    json_department_id: int | None | Unset
    if isinstance(department_id, Unset):
        json_department_id = UNSET
    else:
        json_department_id = department_id
    params["department_id"] = json_department_id

    json_store_id: int | None | Unset
    if isinstance(store_id, Unset):
        json_store_id = UNSET
    else:
        json_store_id = store_id
    params["store_id"] = json_store_id

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    else:
        json_kind = kind
    params["kind"] = json_kind

    params["overdue"] = overdue

    params["escalated"] = escalated

    params["pooled"] = pooled

    json_priority: int | None | Unset
    if isinstance(priority, Unset):
        json_priority = UNSET
    else:
        json_priority = priority
    params["priority"] = json_priority

    json_from_: None | str | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    elif isinstance(from_, datetime.date):
        json_from_ = from_.isoformat()
    else:
        json_from_ = from_
    params["from"] = json_from_

    json_to: None | str | Unset
    if isinstance(to, Unset):
        json_to = UNSET
    elif isinstance(to, datetime.date):
        json_to = to.isoformat()
    else:
        json_to = to
    params["to"] = json_to

    params["q"] = q


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tasks",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TaskPage | None:
    if response.status_code == 200:
        response_200 = TaskPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TaskPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    state: ListTasksState | Unset = ListTasksState.OPEN,
    kind: None | str | Unset = UNSET,
    overdue: bool | Unset = False,
    escalated: bool | Unset = False,
    pooled: bool | Unset = False,
    priority: int | None | Unset = UNSET,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    q: str | Unset = '',

) -> Response[TaskPage]:
    """ List Tasks

     Tasks of the members you see: open ones by what is due first, closed ones newest first.

    `q` is the beginning of the title. 422 `tasks.bad_span`, `tasks.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        state (ListTasksState | Unset):  Default: ListTasksState.OPEN.
        kind (None | str | Unset):
        overdue (bool | Unset):  Default: False.
        escalated (bool | Unset):  Default: False.
        pooled (bool | Unset):  Default: False.
        priority (int | None | Unset):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TaskPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
state=state,
kind=kind,
overdue=overdue,
escalated=escalated,
pooled=pooled,
priority=priority,
from_=from_,
to=to,
q=q,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    state: ListTasksState | Unset = ListTasksState.OPEN,
    kind: None | str | Unset = UNSET,
    overdue: bool | Unset = False,
    escalated: bool | Unset = False,
    pooled: bool | Unset = False,
    priority: int | None | Unset = UNSET,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    q: str | Unset = '',

) -> TaskPage | None:
    """ List Tasks

     Tasks of the members you see: open ones by what is due first, closed ones newest first.

    `q` is the beginning of the title. 422 `tasks.bad_span`, `tasks.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        state (ListTasksState | Unset):  Default: ListTasksState.OPEN.
        kind (None | str | Unset):
        overdue (bool | Unset):  Default: False.
        escalated (bool | Unset):  Default: False.
        pooled (bool | Unset):  Default: False.
        priority (int | None | Unset):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TaskPage
     """


    return sync_detailed(
        client=client,
after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
state=state,
kind=kind,
overdue=overdue,
escalated=escalated,
pooled=pooled,
priority=priority,
from_=from_,
to=to,
q=q,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    state: ListTasksState | Unset = ListTasksState.OPEN,
    kind: None | str | Unset = UNSET,
    overdue: bool | Unset = False,
    escalated: bool | Unset = False,
    pooled: bool | Unset = False,
    priority: int | None | Unset = UNSET,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    q: str | Unset = '',

) -> Response[TaskPage]:
    """ List Tasks

     Tasks of the members you see: open ones by what is due first, closed ones newest first.

    `q` is the beginning of the title. 422 `tasks.bad_span`, `tasks.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        state (ListTasksState | Unset):  Default: ListTasksState.OPEN.
        kind (None | str | Unset):
        overdue (bool | Unset):  Default: False.
        escalated (bool | Unset):  Default: False.
        pooled (bool | Unset):  Default: False.
        priority (int | None | Unset):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TaskPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
state=state,
kind=kind,
overdue=overdue,
escalated=escalated,
pooled=pooled,
priority=priority,
from_=from_,
to=to,
q=q,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    state: ListTasksState | Unset = ListTasksState.OPEN,
    kind: None | str | Unset = UNSET,
    overdue: bool | Unset = False,
    escalated: bool | Unset = False,
    pooled: bool | Unset = False,
    priority: int | None | Unset = UNSET,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    q: str | Unset = '',

) -> TaskPage | None:
    """ List Tasks

     Tasks of the members you see: open ones by what is due first, closed ones newest first.

    `q` is the beginning of the title. 422 `tasks.bad_span`, `tasks.bad_cursor`.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        state (ListTasksState | Unset):  Default: ListTasksState.OPEN.
        kind (None | str | Unset):
        overdue (bool | Unset):  Default: False.
        escalated (bool | Unset):  Default: False.
        pooled (bool | Unset):  Default: False.
        priority (int | None | Unset):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        q (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TaskPage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
state=state,
kind=kind,
overdue=overdue,
escalated=escalated,
pooled=pooled,
priority=priority,
from_=from_,
to=to,
q=q,

    )).parsed
