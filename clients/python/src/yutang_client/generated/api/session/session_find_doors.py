from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.doors import Doors
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    corp: str | Unset = '',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["corp"] = corp


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/session/doors",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Doors | None:
    if response.status_code == 200:
        response_200 = Doors.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Doors]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    corp: str | Unset = '',

) -> Response[Doors]:
    """ Find Doors

     Whether one may sign in by WeCom from this address.

    Where one company is served, by its own; of several none is told, so that `corp` (WeCom's
    corpid) must name it.

    Args:
        corp (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Doors]
     """


    kwargs = _get_kwargs(
        corp=corp,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    corp: str | Unset = '',

) -> Doors | None:
    """ Find Doors

     Whether one may sign in by WeCom from this address.

    Where one company is served, by its own; of several none is told, so that `corp` (WeCom's
    corpid) must name it.

    Args:
        corp (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Doors
     """


    return sync_detailed(
        client=client,
corp=corp,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    corp: str | Unset = '',

) -> Response[Doors]:
    """ Find Doors

     Whether one may sign in by WeCom from this address.

    Where one company is served, by its own; of several none is told, so that `corp` (WeCom's
    corpid) must name it.

    Args:
        corp (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Doors]
     """


    kwargs = _get_kwargs(
        corp=corp,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    corp: str | Unset = '',

) -> Doors | None:
    """ Find Doors

     Whether one may sign in by WeCom from this address.

    Where one company is served, by its own; of several none is told, so that `corp` (WeCom's
    corpid) must name it.

    Args:
        corp (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Doors
     """


    return (await asyncio_detailed(
        client=client,
corp=corp,

    )).parsed
