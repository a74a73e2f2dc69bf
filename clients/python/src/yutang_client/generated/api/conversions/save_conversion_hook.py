from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.hook_made import HookMade
from ...models.hook_wish import HookWish
from typing import cast



def _get_kwargs(
    *,
    body: HookWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/conversions/webhook",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HookMade | None:
    if response.status_code == 200:
        response_200 = HookMade.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HookMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HookWish,

) -> Response[HookMade]:
    """ Save Conversion Hook

     Say where conversions are told. The first answer holds the secret, once.

    422 `fetch.refused` for an address that may not be called, `conversions.unknown_placeholder`.

    Args:
        body (HookWish): Where conversions are told; `fields` are the JSON that is sent, with
            placeholders.

            `only_clicks`: only where an advertisement's click number is known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HookMade]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: HookWish,

) -> HookMade | None:
    """ Save Conversion Hook

     Say where conversions are told. The first answer holds the secret, once.

    422 `fetch.refused` for an address that may not be called, `conversions.unknown_placeholder`.

    Args:
        body (HookWish): Where conversions are told; `fields` are the JSON that is sent, with
            placeholders.

            `only_clicks`: only where an advertisement's click number is known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HookMade
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HookWish,

) -> Response[HookMade]:
    """ Save Conversion Hook

     Say where conversions are told. The first answer holds the secret, once.

    422 `fetch.refused` for an address that may not be called, `conversions.unknown_placeholder`.

    Args:
        body (HookWish): Where conversions are told; `fields` are the JSON that is sent, with
            placeholders.

            `only_clicks`: only where an advertisement's click number is known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HookMade]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: HookWish,

) -> HookMade | None:
    """ Save Conversion Hook

     Say where conversions are told. The first answer holds the secret, once.

    422 `fetch.refused` for an address that may not be called, `conversions.unknown_placeholder`.

    Args:
        body (HookWish): Where conversions are told; `fields` are the JSON that is sent, with
            placeholders.

            `only_clicks`: only where an advertisement's click number is known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HookMade
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
