from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.breach_read import BreachRead
from ...models.own_breach import OwnBreach
from typing import cast



def _get_kwargs(
    *,
    body: OwnBreach,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/staff/chats/group/breaches",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BreachRead | None:
    if response.status_code == 201:
        response_201 = BreachRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BreachRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OwnBreach,

) -> Response[BreachRead]:
    """ Record Own Breach

     Write down a breach; answers with the word to say, or how to remove him.

    404 `groups.unknown`, `grouprules.unknown_person`.

    Args:
        body (OwnBreach): Somebody broke the rules of the group beside whose chat the member is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachRead]
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
    body: OwnBreach,

) -> BreachRead | None:
    """ Record Own Breach

     Write down a breach; answers with the word to say, or how to remove him.

    404 `groups.unknown`, `grouprules.unknown_person`.

    Args:
        body (OwnBreach): Somebody broke the rules of the group beside whose chat the member is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OwnBreach,

) -> Response[BreachRead]:
    """ Record Own Breach

     Write down a breach; answers with the word to say, or how to remove him.

    404 `groups.unknown`, `grouprules.unknown_person`.

    Args:
        body (OwnBreach): Somebody broke the rules of the group beside whose chat the member is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachRead]
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
    body: OwnBreach,

) -> BreachRead | None:
    """ Record Own Breach

     Write down a breach; answers with the word to say, or how to remove him.

    404 `groups.unknown`, `grouprules.unknown_person`.

    Args:
        body (OwnBreach): Somebody broke the rules of the group beside whose chat the member is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
