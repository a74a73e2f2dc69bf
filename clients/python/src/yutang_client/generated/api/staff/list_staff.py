from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.staff_page import StaffPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    department: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

    json_department: int | None | Unset
    if isinstance(department, Unset):
        json_department = UNSET
    else:
        json_department = department
    params["department"] = json_department

    params["after"] = after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> StaffPage | None:
    if response.status_code == 200:
        response_200 = StaffPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[StaffPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    department: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[StaffPage]:
    """ List Staff

     Members of the corp, by id; `q` is the beginning of a name or account.

    `department` keeps those who work in it or anywhere below it; who left is not listed.

    Args:
        q (str | Unset):  Default: ''.
        department (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StaffPage]
     """


    kwargs = _get_kwargs(
        q=q,
department=department,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    department: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> StaffPage | None:
    """ List Staff

     Members of the corp, by id; `q` is the beginning of a name or account.

    `department` keeps those who work in it or anywhere below it; who left is not listed.

    Args:
        q (str | Unset):  Default: ''.
        department (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StaffPage
     """


    return sync_detailed(
        client=client,
q=q,
department=department,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    department: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> Response[StaffPage]:
    """ List Staff

     Members of the corp, by id; `q` is the beginning of a name or account.

    `department` keeps those who work in it or anywhere below it; who left is not listed.

    Args:
        q (str | Unset):  Default: ''.
        department (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StaffPage]
     """


    kwargs = _get_kwargs(
        q=q,
department=department,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    department: int | None | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,

) -> StaffPage | None:
    """ List Staff

     Members of the corp, by id; `q` is the beginning of a name or account.

    `department` keeps those who work in it or anywhere below it; who left is not listed.

    Args:
        q (str | Unset):  Default: ''.
        department (int | None | Unset):
        after (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StaffPage
     """


    return (await asyncio_detailed(
        client=client,
q=q,
department=department,
after=after,
limit=limit,

    )).parsed
