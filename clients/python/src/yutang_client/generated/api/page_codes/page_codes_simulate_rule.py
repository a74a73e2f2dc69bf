from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.page_simulation import PageSimulation
from ...models.page_simulation_wish import PageSimulationWish
from typing import cast



def _get_kwargs(
    *,
    body: PageSimulationWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/page-codes/simulation",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PageSimulation | None:
    if response.status_code == 200:
        response_200 = PageSimulation.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PageSimulation]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageSimulationWish,

) -> Response[PageSimulation]:
    """ Simulate Rule

     Play a day through: who would get how many. Nothing is kept.

    The same seed gives the same day; the rule picks by the same code as for true visitors.

    Args:
        body (PageSimulationWish): So many strangers come on a day between 9 and 21 o'clock, and
            this share of them adds.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageSimulation]
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
    body: PageSimulationWish,

) -> PageSimulation | None:
    """ Simulate Rule

     Play a day through: who would get how many. Nothing is kept.

    The same seed gives the same day; the rule picks by the same code as for true visitors.

    Args:
        body (PageSimulationWish): So many strangers come on a day between 9 and 21 o'clock, and
            this share of them adds.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageSimulation
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PageSimulationWish,

) -> Response[PageSimulation]:
    """ Simulate Rule

     Play a day through: who would get how many. Nothing is kept.

    The same seed gives the same day; the rule picks by the same code as for true visitors.

    Args:
        body (PageSimulationWish): So many strangers come on a day between 9 and 21 o'clock, and
            this share of them adds.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageSimulation]
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
    body: PageSimulationWish,

) -> PageSimulation | None:
    """ Simulate Rule

     Play a day through: who would get how many. Nothing is kept.

    The same seed gives the same day; the rule picks by the same code as for true visitors.

    Args:
        body (PageSimulationWish): So many strangers come on a day between 9 and 21 o'clock, and
            this share of them adds.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageSimulation
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
