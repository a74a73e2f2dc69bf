from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.greeting_read import GreetingRead
from ...models.new_greeting import NewGreeting
from typing import cast



def _get_kwargs(
    *,
    body: NewGreeting,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/welcomes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GreetingRead | None:
    if response.status_code == 201:
        response_201 = GreetingRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[GreetingRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGreeting,

) -> Response[GreetingRead]:
    """ Create Greeting

     Make a welcome; it counts from the next add on.

    404 `welcomes.unknown_reach`, `files.unknown`; 409 `welcomes.overlap`, `welcomes.too_many`;
    422 `welcomes.bad_reach`, `welcomes.bad_hours`, `welcomes.unknown_place`,
    `welcomes.fallback_missing`, `welcomes.named_nameless`, `welcomes.wrong_file`,
    `channels.welcome_empty`, `channels.nameless_missing`, `channels.welcome_too_long`,
    `channels.link_too_long`.

    Args:
        body (NewGreeting): A welcome: for the corp, one department and below, or one code; at
            which hours, for whom.

            A code's welcome goes before a department's, that before the corp's. `new`: who was never
            added before, by anybody; `returning`: who was.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GreetingRead]
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
    body: NewGreeting,

) -> GreetingRead | None:
    """ Create Greeting

     Make a welcome; it counts from the next add on.

    404 `welcomes.unknown_reach`, `files.unknown`; 409 `welcomes.overlap`, `welcomes.too_many`;
    422 `welcomes.bad_reach`, `welcomes.bad_hours`, `welcomes.unknown_place`,
    `welcomes.fallback_missing`, `welcomes.named_nameless`, `welcomes.wrong_file`,
    `channels.welcome_empty`, `channels.nameless_missing`, `channels.welcome_too_long`,
    `channels.link_too_long`.

    Args:
        body (NewGreeting): A welcome: for the corp, one department and below, or one code; at
            which hours, for whom.

            A code's welcome goes before a department's, that before the corp's. `new`: who was never
            added before, by anybody; `returning`: who was.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GreetingRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewGreeting,

) -> Response[GreetingRead]:
    """ Create Greeting

     Make a welcome; it counts from the next add on.

    404 `welcomes.unknown_reach`, `files.unknown`; 409 `welcomes.overlap`, `welcomes.too_many`;
    422 `welcomes.bad_reach`, `welcomes.bad_hours`, `welcomes.unknown_place`,
    `welcomes.fallback_missing`, `welcomes.named_nameless`, `welcomes.wrong_file`,
    `channels.welcome_empty`, `channels.nameless_missing`, `channels.welcome_too_long`,
    `channels.link_too_long`.

    Args:
        body (NewGreeting): A welcome: for the corp, one department and below, or one code; at
            which hours, for whom.

            A code's welcome goes before a department's, that before the corp's. `new`: who was never
            added before, by anybody; `returning`: who was.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GreetingRead]
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
    body: NewGreeting,

) -> GreetingRead | None:
    """ Create Greeting

     Make a welcome; it counts from the next add on.

    404 `welcomes.unknown_reach`, `files.unknown`; 409 `welcomes.overlap`, `welcomes.too_many`;
    422 `welcomes.bad_reach`, `welcomes.bad_hours`, `welcomes.unknown_place`,
    `welcomes.fallback_missing`, `welcomes.named_nameless`, `welcomes.wrong_file`,
    `channels.welcome_empty`, `channels.nameless_missing`, `channels.welcome_too_long`,
    `channels.link_too_long`.

    Args:
        body (NewGreeting): A welcome: for the corp, one department and below, or one code; at
            which hours, for whom.

            A code's welcome goes before a department's, that before the corp's. `new`: who was never
            added before, by anybody; `returning`: who was.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GreetingRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
