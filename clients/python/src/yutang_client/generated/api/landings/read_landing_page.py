from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.page_read import PageRead
from typing import cast



def _get_kwargs(
    page_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/landing-pages/{page_id}".format(page_id=quote(str(page_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PageRead | None:
    if response.status_code == 200:
        response_200 = PageRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PageRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[PageRead]:
    """ Read Landing Page

     One landing page; 404 `landings.unknown_page`.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageRead]
     """


    kwargs = _get_kwargs(
        page_id=page_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> PageRead | None:
    """ Read Landing Page

     One landing page; 404 `landings.unknown_page`.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageRead
     """


    return sync_detailed(
        page_id=page_id,
client=client,

    ).parsed

async def asyncio_detailed(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[PageRead]:
    """ Read Landing Page

     One landing page; 404 `landings.unknown_page`.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageRead]
     """


    kwargs = _get_kwargs(
        page_id=page_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> PageRead | None:
    """ Read Landing Page

     One landing page; 404 `landings.unknown_page`.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageRead
     """


    return (await asyncio_detailed(
        page_id=page_id,
client=client,

    )).parsed
