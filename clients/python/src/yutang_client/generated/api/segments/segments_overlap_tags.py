from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.overlap_read import OverlapRead
from ...models.tree_question import TreeQuestion
from typing import cast



def _get_kwargs(
    *,
    body: TreeQuestion,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/overlap",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OverlapRead | None:
    if response.status_code == 200:
        response_200 = OverlapRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OverlapRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TreeQuestion,

) -> Response[OverlapRead]:
    """ Overlap Tags

     Which tags they wear, beside how many wear each in all. 422 and 503 as for a count.

    Args:
        body (TreeQuestion): Conditions that need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverlapRead]
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
    body: TreeQuestion,

) -> OverlapRead | None:
    """ Overlap Tags

     Which tags they wear, beside how many wear each in all. 422 and 503 as for a count.

    Args:
        body (TreeQuestion): Conditions that need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverlapRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TreeQuestion,

) -> Response[OverlapRead]:
    """ Overlap Tags

     Which tags they wear, beside how many wear each in all. 422 and 503 as for a count.

    Args:
        body (TreeQuestion): Conditions that need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverlapRead]
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
    body: TreeQuestion,

) -> OverlapRead | None:
    """ Overlap Tags

     Which tags they wear, beside how many wear each in all. 422 and 503 as for a count.

    Args:
        body (TreeQuestion): Conditions that need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverlapRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
