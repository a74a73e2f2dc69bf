from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.read_targets_kind_type_0 import ReadTargetsKindType0
from ...models.target_board import TargetBoard
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    kind: None | ReadTargetsKindType0 | Unset = UNSET,
    on: datetime.date | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, ReadTargetsKindType0):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_on: None | str | Unset
    if isinstance(on, Unset):
        json_on = UNSET
    elif isinstance(on, datetime.date):
        json_on = on.isoformat()
    else:
        json_on = on
    params["on"] = json_on


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/targets",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TargetBoard | None:
    if response.status_code == 200:
        response_200 = TargetBoard.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TargetBoard]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: None | ReadTargetsKindType0 | Unset = UNSET,
    on: datetime.date | None | Unset = UNSET,

) -> Response[TargetBoard]:
    """ Read Targets

     Targets whose period holds the day (default: the corp's today), the furthest first.

    Who sets no targets sees those who are behind their pace as a number only.

    Args:
        kind (None | ReadTargetsKindType0 | Unset):
        on (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetBoard]
     """


    kwargs = _get_kwargs(
        kind=kind,
on=on,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    kind: None | ReadTargetsKindType0 | Unset = UNSET,
    on: datetime.date | None | Unset = UNSET,

) -> TargetBoard | None:
    """ Read Targets

     Targets whose period holds the day (default: the corp's today), the furthest first.

    Who sets no targets sees those who are behind their pace as a number only.

    Args:
        kind (None | ReadTargetsKindType0 | Unset):
        on (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetBoard
     """


    return sync_detailed(
        client=client,
kind=kind,
on=on,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: None | ReadTargetsKindType0 | Unset = UNSET,
    on: datetime.date | None | Unset = UNSET,

) -> Response[TargetBoard]:
    """ Read Targets

     Targets whose period holds the day (default: the corp's today), the furthest first.

    Who sets no targets sees those who are behind their pace as a number only.

    Args:
        kind (None | ReadTargetsKindType0 | Unset):
        on (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetBoard]
     """


    kwargs = _get_kwargs(
        kind=kind,
on=on,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    kind: None | ReadTargetsKindType0 | Unset = UNSET,
    on: datetime.date | None | Unset = UNSET,

) -> TargetBoard | None:
    """ Read Targets

     Targets whose period holds the day (default: the corp's today), the furthest first.

    Who sets no targets sees those who are behind their pace as a number only.

    Args:
        kind (None | ReadTargetsKindType0 | Unset):
        on (datetime.date | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetBoard
     """


    return (await asyncio_detailed(
        client=client,
kind=kind,
on=on,

    )).parsed
