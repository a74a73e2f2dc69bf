from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.own_life import OwnLife
from ...models.staff_pages_read_own_life_kind_type_0_item import StaffPagesReadOwnLifeKindType0Item
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    external_id: str,
    *,
    kind: list[StaffPagesReadOwnLifeKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 20,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind: list[str] | None | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, list):
        json_kind = []
        for kind_type_0_item_data in kind:
            kind_type_0_item = kind_type_0_item_data.value
            json_kind.append(kind_type_0_item)


    else:
        json_kind = kind
    params["kind"] = json_kind

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/customers/{external_id}/timeline".format(external_id=quote(str(external_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OwnLife | None:
    if response.status_code == 200:
        response_200 = OwnLife.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OwnLife]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    kind: list[StaffPagesReadOwnLifeKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 20,

) -> Response[OwnLife]:
    """ Read Own Life

     What happened between the two, and to the customer alone, newest first.

    404 `customers.not_yours`, 422 `customers.bad_cursor`.

    Args:
        external_id (str):
        kind (list[StaffPagesReadOwnLifeKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnLife]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
kind=kind,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    kind: list[StaffPagesReadOwnLifeKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 20,

) -> OwnLife | None:
    """ Read Own Life

     What happened between the two, and to the customer alone, newest first.

    404 `customers.not_yours`, 422 `customers.bad_cursor`.

    Args:
        external_id (str):
        kind (list[StaffPagesReadOwnLifeKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnLife
     """


    return sync_detailed(
        external_id=external_id,
client=client,
kind=kind,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    kind: list[StaffPagesReadOwnLifeKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 20,

) -> Response[OwnLife]:
    """ Read Own Life

     What happened between the two, and to the customer alone, newest first.

    404 `customers.not_yours`, 422 `customers.bad_cursor`.

    Args:
        external_id (str):
        kind (list[StaffPagesReadOwnLifeKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnLife]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
kind=kind,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    kind: list[StaffPagesReadOwnLifeKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 20,

) -> OwnLife | None:
    """ Read Own Life

     What happened between the two, and to the customer alone, newest first.

    404 `customers.not_yours`, 422 `customers.bad_cursor`.

    Args:
        external_id (str):
        kind (list[StaffPagesReadOwnLifeKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnLife
     """


    return (await asyncio_detailed(
        external_id=external_id,
client=client,
kind=kind,
after=after,
limit=limit,

    )).parsed
