from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.page_code_create import PageCodeCreate
from ...models.page_code_made import PageCodeMade
from typing import cast



def _get_kwargs(
    *,
    body: PageCodeCreate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/page-codes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PageCodeMade | None:
    if response.status_code == 201:
        response_201 = PageCodeMade.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PageCodeMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageCodeCreate,

) -> Response[PageCodeMade]:
    """ Create Page Code

     Make a page code: its page works at once, WeCom's ways of its members are made one by one.

    The channel is `creating` until all are there. 422 `page_codes.strange_member`,
    `page_codes.bad_fallback`; 409 `page_codes.no_room`; and what a direct code is refused for.

    Args:
        body (PageCodeCreate): A new page code: a channel code with the rule of its page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageCodeMade]
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
    body: PageCodeCreate,

) -> PageCodeMade | None:
    """ Create Page Code

     Make a page code: its page works at once, WeCom's ways of its members are made one by one.

    The channel is `creating` until all are there. 422 `page_codes.strange_member`,
    `page_codes.bad_fallback`; 409 `page_codes.no_room`; and what a direct code is refused for.

    Args:
        body (PageCodeCreate): A new page code: a channel code with the rule of its page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageCodeMade
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageCodeCreate,

) -> Response[PageCodeMade]:
    """ Create Page Code

     Make a page code: its page works at once, WeCom's ways of its members are made one by one.

    The channel is `creating` until all are there. 422 `page_codes.strange_member`,
    `page_codes.bad_fallback`; 409 `page_codes.no_room`; and what a direct code is refused for.

    Args:
        body (PageCodeCreate): A new page code: a channel code with the rule of its page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageCodeMade]
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
    body: PageCodeCreate,

) -> PageCodeMade | None:
    """ Create Page Code

     Make a page code: its page works at once, WeCom's ways of its members are made one by one.

    The channel is `creating` until all are there. 422 `page_codes.strange_member`,
    `page_codes.bad_fallback`; 409 `page_codes.no_room`; and what a direct code is refused for.

    Args:
        body (PageCodeCreate): A new page code: a channel code with the rule of its page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageCodeMade
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
