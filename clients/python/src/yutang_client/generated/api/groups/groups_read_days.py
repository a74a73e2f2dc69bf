from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_days import GroupDays
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

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

    json_owner_id: int | None | Unset
    if isinstance(owner_id, Unset):
        json_owner_id = UNSET
    else:
        json_owner_id = owner_id
    params["owner_id"] = json_owner_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/groups/days",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupDays | None:
    if response.status_code == 200:
        response_200 = GroupDays.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupDays]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> Response[GroupDays]:
    """ Read Days

     Days of UTC+8, by default the last 30: what we saw beside what WeCom counts.

    The two differ: WeCom counts the corp's own members too and lays a group to who owned it then;
    we lay it to who owns it now, and know of nobody who came and left between two readings. 422
    `groups.bad_span` (more than 366 days).

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupDays]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
owner_id=owner_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> GroupDays | None:
    """ Read Days

     Days of UTC+8, by default the last 30: what we saw beside what WeCom counts.

    The two differ: WeCom counts the corp's own members too and lays a group to who owned it then;
    we lay it to who owns it now, and know of nobody who came and left between two readings. 422
    `groups.bad_span` (more than 366 days).

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupDays
     """


    return sync_detailed(
        client=client,
from_=from_,
to=to,
owner_id=owner_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> Response[GroupDays]:
    """ Read Days

     Days of UTC+8, by default the last 30: what we saw beside what WeCom counts.

    The two differ: WeCom counts the corp's own members too and lays a group to who owned it then;
    we lay it to who owns it now, and know of nobody who came and left between two readings. 422
    `groups.bad_span` (more than 366 days).

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupDays]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
owner_id=owner_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    owner_id: int | None | Unset = UNSET,

) -> GroupDays | None:
    """ Read Days

     Days of UTC+8, by default the last 30: what we saw beside what WeCom counts.

    The two differ: WeCom counts the corp's own members too and lays a group to who owned it then;
    we lay it to who owns it now, and know of nobody who came and left between two readings. 422
    `groups.bad_span` (more than 366 days).

    Args:
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        owner_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupDays
     """


    return (await asyncio_detailed(
        client=client,
from_=from_,
to=to,
owner_id=owner_id,

    )).parsed
