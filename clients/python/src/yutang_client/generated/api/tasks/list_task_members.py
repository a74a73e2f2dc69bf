from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.member_tasks_page import MemberTasksPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

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


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tasks/members",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MemberTasksPage | None:
    if response.status_code == 200:
        response_200 = MemberTasksPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[MemberTasksPage]:
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

) -> Response[MemberTasksPage]:
    """ List Task Members

     Members by how many tasks are overdue; of the whole company up to 5 seconds old.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberTasksPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

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

) -> MemberTasksPage | None:
    """ List Task Members

     Members by how many tasks are overdue; of the whole company up to 5 seconds old.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberTasksPage
     """


    return sync_detailed(
        client=client,
after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> Response[MemberTasksPage]:
    """ List Task Members

     Members by how many tasks are overdue; of the whole company up to 5 seconds old.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberTasksPage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

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

) -> MemberTasksPage | None:
    """ List Task Members

     Members by how many tasks are overdue; of the whole company up to 5 seconds old.

    Args:
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberTasksPage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
limit=limit,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    )).parsed
