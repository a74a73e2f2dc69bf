from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.welcome_owners import WelcomeOwners
from typing import cast



def _get_kwargs(
    welcome_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-welcomes/{welcome_id}/owners".format(welcome_id=quote(str(welcome_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> WelcomeOwners | None:
    if response.status_code == 200:
        response_200 = WelcomeOwners.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[WelcomeOwners]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[WelcomeOwners]:
    """ List Owners

     Whom it waits for: each owner you see, with his task. WeCom tells nobody what he chose.

    Args:
        welcome_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WelcomeOwners]
     """


    kwargs = _get_kwargs(
        welcome_id=welcome_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> WelcomeOwners | None:
    """ List Owners

     Whom it waits for: each owner you see, with his task. WeCom tells nobody what he chose.

    Args:
        welcome_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WelcomeOwners
     """


    return sync_detailed(
        welcome_id=welcome_id,
client=client,

    ).parsed

async def asyncio_detailed(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[WelcomeOwners]:
    """ List Owners

     Whom it waits for: each owner you see, with his task. WeCom tells nobody what he chose.

    Args:
        welcome_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[WelcomeOwners]
     """


    kwargs = _get_kwargs(
        welcome_id=welcome_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    welcome_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> WelcomeOwners | None:
    """ List Owners

     Whom it waits for: each owner you see, with his task. WeCom tells nobody what he chose.

    Args:
        welcome_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        WelcomeOwners
     """


    return (await asyncio_detailed(
        welcome_id=welcome_id,
client=client,

    )).parsed
