from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.customers_read_timeline_kind_type_0_item import CustomersReadTimelineKindType0Item
from ...models.life_page import LifePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    kind: list[CustomersReadTimelineKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

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
        "url": "/api/customers/{customer_id}/timeline".format(customer_id=quote(str(customer_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> LifePage | None:
    if response.status_code == 200:
        response_200 = LifePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[LifePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    kind: list[CustomersReadTimelineKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[LifePage]:
    """ Read Timeline

     What happened between him and us, newest first; one or several `kind` narrow it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.

    Args:
        customer_id (int):
        kind (list[CustomersReadTimelineKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LifePage]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
kind=kind,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    kind: list[CustomersReadTimelineKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> LifePage | None:
    """ Read Timeline

     What happened between him and us, newest first; one or several `kind` narrow it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.

    Args:
        customer_id (int):
        kind (list[CustomersReadTimelineKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LifePage
     """


    return sync_detailed(
        customer_id=customer_id,
client=client,
kind=kind,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    kind: list[CustomersReadTimelineKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[LifePage]:
    """ Read Timeline

     What happened between him and us, newest first; one or several `kind` narrow it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.

    Args:
        customer_id (int):
        kind (list[CustomersReadTimelineKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LifePage]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
kind=kind,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    kind: list[CustomersReadTimelineKindType0Item] | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> LifePage | None:
    """ Read Timeline

     What happened between him and us, newest first; one or several `kind` narrow it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.

    Args:
        customer_id (int):
        kind (list[CustomersReadTimelineKindType0Item] | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LifePage
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
kind=kind,
after=after,
limit=limit,

    )).parsed
