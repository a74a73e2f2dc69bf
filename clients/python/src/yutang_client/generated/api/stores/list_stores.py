from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_stores_state import ListStoresState
from ...models.store_page import StorePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    after: str | Unset = '',
    limit: int | Unset = 50,
    q: str | Unset = '',
    city: str | Unset = '',
    state: ListStoresState | Unset = ListStoresState.OPEN,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["after"] = after

    params["limit"] = limit

    params["q"] = q

    params["city"] = city

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/stores",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> StorePage | None:
    if response.status_code == 200:
        response_200 = StorePage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[StorePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = '',
    limit: int | Unset = 50,
    q: str | Unset = '',
    city: str | Unset = '',
    state: ListStoresState | Unset = ListStoresState.OPEN,

) -> Response[StorePage]:
    """ List Stores

     Stores by number; `q` is the beginning of a number, a name or a city.

    Who sees some members only gets the stores in which one of them works.

    Args:
        after (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        city (str | Unset):  Default: ''.
        state (ListStoresState | Unset):  Default: ListStoresState.OPEN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StorePage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
q=q,
city=city,
state=state,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = '',
    limit: int | Unset = 50,
    q: str | Unset = '',
    city: str | Unset = '',
    state: ListStoresState | Unset = ListStoresState.OPEN,

) -> StorePage | None:
    """ List Stores

     Stores by number; `q` is the beginning of a number, a name or a city.

    Who sees some members only gets the stores in which one of them works.

    Args:
        after (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        city (str | Unset):  Default: ''.
        state (ListStoresState | Unset):  Default: ListStoresState.OPEN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StorePage
     """


    return sync_detailed(
        client=client,
after=after,
limit=limit,
q=q,
city=city,
state=state,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = '',
    limit: int | Unset = 50,
    q: str | Unset = '',
    city: str | Unset = '',
    state: ListStoresState | Unset = ListStoresState.OPEN,

) -> Response[StorePage]:
    """ List Stores

     Stores by number; `q` is the beginning of a number, a name or a city.

    Who sees some members only gets the stores in which one of them works.

    Args:
        after (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        city (str | Unset):  Default: ''.
        state (ListStoresState | Unset):  Default: ListStoresState.OPEN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[StorePage]
     """


    kwargs = _get_kwargs(
        after=after,
limit=limit,
q=q,
city=city,
state=state,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = '',
    limit: int | Unset = 50,
    q: str | Unset = '',
    city: str | Unset = '',
    state: ListStoresState | Unset = ListStoresState.OPEN,

) -> StorePage | None:
    """ List Stores

     Stores by number; `q` is the beginning of a number, a name or a city.

    Who sees some members only gets the stores in which one of them works.

    Args:
        after (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        q (str | Unset):  Default: ''.
        city (str | Unset):  Default: ''.
        state (ListStoresState | Unset):  Default: ListStoresState.OPEN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        StorePage
     """


    return (await asyncio_detailed(
        client=client,
after=after,
limit=limit,
q=q,
city=city,
state=state,

    )).parsed
