from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_source import NewSource
from ...models.source_made import SourceMade
from typing import cast



def _get_kwargs(
    *,
    body: NewSource,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/sources",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SourceMade | None:
    if response.status_code == 201:
        response_201 = SourceMade.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SourceMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewSource,

) -> Response[SourceMade]:
    """ Make Source

     Make a source. The answer holds its write key, or a webhook's secret, this once.

    409 `collect.name_taken`, `collect.too_many_sources`; 422 `collect.bad_origin`,
    `collect.no_origin`.

    Args:
        body (NewSource): A source to make; `origins` for a site, as `https://shop.example.com`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
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
    body: NewSource,

) -> SourceMade | None:
    """ Make Source

     Make a source. The answer holds its write key, or a webhook's secret, this once.

    409 `collect.name_taken`, `collect.too_many_sources`; 422 `collect.bad_origin`,
    `collect.no_origin`.

    Args:
        body (NewSource): A source to make; `origins` for a site, as `https://shop.example.com`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewSource,

) -> Response[SourceMade]:
    """ Make Source

     Make a source. The answer holds its write key, or a webhook's secret, this once.

    409 `collect.name_taken`, `collect.too_many_sources`; 422 `collect.bad_origin`,
    `collect.no_origin`.

    Args:
        body (NewSource): A source to make; `origins` for a site, as `https://shop.example.com`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
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
    body: NewSource,

) -> SourceMade | None:
    """ Make Source

     Make a source. The answer holds its write key, or a webhook's secret, this once.

    409 `collect.name_taken`, `collect.too_many_sources`; 422 `collect.bad_origin`,
    `collect.no_origin`.

    Args:
        body (NewSource): A source to make; `origins` for a site, as `https://shop.example.com`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
