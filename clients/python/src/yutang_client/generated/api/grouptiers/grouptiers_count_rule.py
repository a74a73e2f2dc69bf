from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rule_asked import RuleAsked
from ...models.rule_count import RuleCount
from typing import cast



def _get_kwargs(
    *,
    body: RuleAsked,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-tiers/count",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RuleCount | None:
    if response.status_code == 200:
        response_200 = RuleCount.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RuleCount]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RuleAsked,

) -> Response[RuleCount]:
    """ Count Rule

     How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.

    Args:
        body (RuleAsked): A rule to be counted; nothing is kept.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleCount]
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
    body: RuleAsked,

) -> RuleCount | None:
    """ Count Rule

     How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.

    Args:
        body (RuleAsked): A rule to be counted; nothing is kept.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleCount
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RuleAsked,

) -> Response[RuleCount]:
    """ Count Rule

     How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.

    Args:
        body (RuleAsked): A rule to be counted; nothing is kept.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RuleCount]
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
    body: RuleAsked,

) -> RuleCount | None:
    """ Count Rule

     How many of the customers you see a rule finds, with each part's own count; nothing is kept.

    422 `views.bad_filters`, `customers.too_broad` and what a list of customers refuses.

    Args:
        body (RuleAsked): A rule to be counted; nothing is kept.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RuleCount
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
