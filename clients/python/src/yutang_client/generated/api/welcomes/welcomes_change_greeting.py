from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.greeting_change import GreetingChange
from ...models.greeting_read import GreetingRead
from typing import cast



def _get_kwargs(
    greeting_id: int,
    *,
    body: GreetingChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/welcomes/{greeting_id}".format(greeting_id=quote(str(greeting_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> GreetingRead | None:
    if response.status_code == 200:
        response_200 = GreetingRead.from_dict(response.json())



        return response_200

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
    greeting_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GreetingChange,

) -> Response[GreetingRead]:
    """ Change Greeting

     Change a welcome; it counts from the next add on. 409 `welcomes.changed_meanwhile`.

    Args:
        greeting_id (int):
        body (GreetingChange): A welcome as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GreetingRead]
     """


    kwargs = _get_kwargs(
        greeting_id=greeting_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    greeting_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GreetingChange,

) -> GreetingRead | None:
    """ Change Greeting

     Change a welcome; it counts from the next add on. 409 `welcomes.changed_meanwhile`.

    Args:
        greeting_id (int):
        body (GreetingChange): A welcome as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GreetingRead
     """


    return sync_detailed(
        greeting_id=greeting_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    greeting_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GreetingChange,

) -> Response[GreetingRead]:
    """ Change Greeting

     Change a welcome; it counts from the next add on. 409 `welcomes.changed_meanwhile`.

    Args:
        greeting_id (int):
        body (GreetingChange): A welcome as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GreetingRead]
     """


    kwargs = _get_kwargs(
        greeting_id=greeting_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    greeting_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GreetingChange,

) -> GreetingRead | None:
    """ Change Greeting

     Change a welcome; it counts from the next add on. 409 `welcomes.changed_meanwhile`.

    Args:
        greeting_id (int):
        body (GreetingChange): A welcome as it shall be; `version` is the one the change was made
            on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GreetingRead
     """


    return (await asyncio_detailed(
        greeting_id=greeting_id,
client=client,
body=body,

    )).parsed
