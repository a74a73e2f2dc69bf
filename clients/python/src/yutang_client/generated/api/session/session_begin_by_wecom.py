from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...types import UNSET, Unset



def _get_kwargs(
    *,
    corp: str,
    to: str | Unset = '/',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["corp"] = corp

    params["to"] = to


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/session/wecom",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 302:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    corp: str,
    to: str | Unset = '/',

) -> Response[Any]:
    """ Begin By Wecom

     Lead to WeCom, which tells which member this is, and back to `to`.

    Inside WeCom it asks nothing, elsewhere it shows a code to scan. `to` is a page of the admin,
    else 422 `staff.foreign_target`.

    Args:
        corp (str):
        to (str | Unset):  Default: '/'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        corp=corp,
to=to,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    corp: str,
    to: str | Unset = '/',

) -> Response[Any]:
    """ Begin By Wecom

     Lead to WeCom, which tells which member this is, and back to `to`.

    Inside WeCom it asks nothing, elsewhere it shows a code to scan. `to` is a page of the admin,
    else 422 `staff.foreign_target`.

    Args:
        corp (str):
        to (str | Unset):  Default: '/'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        corp=corp,
to=to,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

