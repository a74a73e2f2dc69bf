from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.count_question import CountQuestion
from ...models.count_read import CountRead
from typing import cast



def _get_kwargs(
    *,
    body: CountQuestion,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/segments/count",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CountRead | None:
    if response.status_code == 200:
        response_200 = CountRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CountRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CountQuestion,

) -> Response[CountRead]:
    """ Count People

     How many of those one may see fulfil the conditions, whole and each.

    422 `conditions.bad`, `segments.named`, `segments.too_deep`; 503 `audience.away`,
    `audience.building`, `audience.slow`.

    Args:
        body (CountQuestion): What is counted; `reachable` also tells who of them can be reached.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CountRead]
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
    body: CountQuestion,

) -> CountRead | None:
    """ Count People

     How many of those one may see fulfil the conditions, whole and each.

    422 `conditions.bad`, `segments.named`, `segments.too_deep`; 503 `audience.away`,
    `audience.building`, `audience.slow`.

    Args:
        body (CountQuestion): What is counted; `reachable` also tells who of them can be reached.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CountRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CountQuestion,

) -> Response[CountRead]:
    """ Count People

     How many of those one may see fulfil the conditions, whole and each.

    422 `conditions.bad`, `segments.named`, `segments.too_deep`; 503 `audience.away`,
    `audience.building`, `audience.slow`.

    Args:
        body (CountQuestion): What is counted; `reachable` also tells who of them can be reached.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CountRead]
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
    body: CountQuestion,

) -> CountRead | None:
    """ Count People

     How many of those one may see fulfil the conditions, whole and each.

    422 `conditions.bad`, `segments.named`, `segments.too_deep`; 503 `audience.away`,
    `audience.building`, `audience.slow`.

    Args:
        body (CountQuestion): What is counted; `reachable` also tells who of them can be reached.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CountRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
