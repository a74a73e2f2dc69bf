from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_life import GroupLife
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    before: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_before: None | str | Unset
    if isinstance(before, Unset):
        json_before = UNSET
    else:
        json_before = before
    params["before"] = json_before

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/groups/{group_id}/timeline".format(group_id=quote(str(group_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupLife | None:
    if response.status_code == 200:
        response_200 = GroupLife.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupLife]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    before: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[GroupLife]:
    """ Read Timeline

     What happened, newest first; who came and left in one minute is one line.

    404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        before (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupLife]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
before=before,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    before: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> GroupLife | None:
    """ Read Timeline

     What happened, newest first; who came and left in one minute is one line.

    404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        before (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupLife
     """


    return sync_detailed(
        group_id=group_id,
client=client,
before=before,
limit=limit,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    before: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[GroupLife]:
    """ Read Timeline

     What happened, newest first; who came and left in one minute is one line.

    404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        before (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupLife]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
before=before,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    before: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> GroupLife | None:
    """ Read Timeline

     What happened, newest first; who came and left in one minute is one line.

    404 `groups.unknown`, 422 `groups.bad_cursor`.

    Args:
        group_id (int):
        before (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupLife
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
before=before,
limit=limit,

    )).parsed
