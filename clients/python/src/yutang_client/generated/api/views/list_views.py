from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.view_list import ViewList
from ...types import UNSET, Unset
from typing import cast
from typing import Literal, cast



def _get_kwargs(
    *,
    page: Literal['customers'] | Unset = 'customers',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["page"] = page


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/views",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ViewList | None:
    if response.status_code == 200:
        response_200 = ViewList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ViewList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: Literal['customers'] | Unset = 'customers',

) -> Response[ViewList]:
    """ List Views

     Shared views of a list and the caller's own, in their order.

    Args:
        page (Literal['customers'] | Unset):  Default: 'customers'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ViewList]
     """


    kwargs = _get_kwargs(
        page=page,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    page: Literal['customers'] | Unset = 'customers',

) -> ViewList | None:
    """ List Views

     Shared views of a list and the caller's own, in their order.

    Args:
        page (Literal['customers'] | Unset):  Default: 'customers'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ViewList
     """


    return sync_detailed(
        client=client,
page=page,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: Literal['customers'] | Unset = 'customers',

) -> Response[ViewList]:
    """ List Views

     Shared views of a list and the caller's own, in their order.

    Args:
        page (Literal['customers'] | Unset):  Default: 'customers'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ViewList]
     """


    kwargs = _get_kwargs(
        page=page,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    page: Literal['customers'] | Unset = 'customers',

) -> ViewList | None:
    """ List Views

     Shared views of a list and the caller's own, in their order.

    Args:
        page (Literal['customers'] | Unset):  Default: 'customers'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ViewList
     """


    return (await asyncio_detailed(
        client=client,
page=page,

    )).parsed
