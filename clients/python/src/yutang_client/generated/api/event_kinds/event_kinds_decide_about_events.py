from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.decided import Decided
from ...models.heap_decision import HeapDecision
from typing import cast



def _get_kwargs(
    *,
    body: HeapDecision,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/event-kinds/quarantine/decisions",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Decided | None:
    if response.status_code == 200:
        response_200 = Decided.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Decided]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HeapDecision,

) -> Response[Decided]:
    """ Decide About Events

     Decide about a heap; its events are released or deleted within seconds.

    404 `kinds.unknown_heap`, `kinds.unknown`, 409 `kinds.taken`, `kinds.too_many`,
    422 `kinds.bad_decision`.

    Args:
        body (HeapDecision): What shall become of a heap, and of all events like it from now on.

            `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
            `convert`: values of the property are converted to its type; `new_version`: it has the new
            type
            from now on; `ignore`: the property is left out; `close`: all properties not known are;
            `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Decided]
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
    body: HeapDecision,

) -> Decided | None:
    """ Decide About Events

     Decide about a heap; its events are released or deleted within seconds.

    404 `kinds.unknown_heap`, `kinds.unknown`, 409 `kinds.taken`, `kinds.too_many`,
    422 `kinds.bad_decision`.

    Args:
        body (HeapDecision): What shall become of a heap, and of all events like it from now on.

            `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
            `convert`: values of the property are converted to its type; `new_version`: it has the new
            type
            from now on; `ignore`: the property is left out; `close`: all properties not known are;
            `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Decided
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: HeapDecision,

) -> Response[Decided]:
    """ Decide About Events

     Decide about a heap; its events are released or deleted within seconds.

    404 `kinds.unknown_heap`, `kinds.unknown`, 409 `kinds.taken`, `kinds.too_many`,
    422 `kinds.bad_decision`.

    Args:
        body (HeapDecision): What shall become of a heap, and of all events like it from now on.

            `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
            `convert`: values of the property are converted to its type; `new_version`: it has the new
            type
            from now on; `ignore`: the property is left out; `close`: all properties not known are;
            `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Decided]
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
    body: HeapDecision,

) -> Decided | None:
    """ Decide About Events

     Decide about a heap; its events are released or deleted within seconds.

    404 `kinds.unknown_heap`, `kinds.unknown`, 409 `kinds.taken`, `kinds.too_many`,
    422 `kinds.bad_decision`.

    Args:
        body (HeapDecision): What shall become of a heap, and of all events like it from now on.

            `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
            `convert`: values of the property are converted to its type; `new_version`: it has the new
            type
            from now on; `ignore`: the property is left out; `close`: all properties not known are;
            `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Decided
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
