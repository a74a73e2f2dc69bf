from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_code_statistics import GroupCodeStatistics
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    code_id: int,
    *,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,

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


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-codes/{code_id}/statistics".format(code_id=quote(str(code_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GroupCodeStatistics | None:
    if response.status_code == 200:
        response_200 = GroupCodeStatistics.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GroupCodeStatistics]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,

) -> Response[GroupCodeStatistics]:
    """ Read Statistics

     Who came, left and stayed by day of the corp, both days included; at most 366.

    Of groups that the caller sees. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeStatistics]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
from_=from_,
to=to,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,

) -> GroupCodeStatistics | None:
    """ Read Statistics

     Who came, left and stayed by day of the corp, both days included; at most 366.

    Of groups that the caller sees. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeStatistics
     """


    return sync_detailed(
        code_id=code_id,
client=client,
from_=from_,
to=to,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,

) -> Response[GroupCodeStatistics]:
    """ Read Statistics

     Who came, left and stayed by day of the corp, both days included; at most 366.

    Of groups that the caller sees. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupCodeStatistics]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
from_=from_,
to=to,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,

) -> GroupCodeStatistics | None:
    """ Read Statistics

     Who came, left and stayed by day of the corp, both days included; at most 366.

    Of groups that the caller sees. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.

    Args:
        code_id (int):
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupCodeStatistics
     """


    return (await asyncio_detailed(
        code_id=code_id,
client=client,
from_=from_,
to=to,

    )).parsed
