from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.choices_change import ChoicesChange
from ...models.choices_read import ChoicesRead
from typing import cast



def _get_kwargs(
    *,
    body: ChoicesChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/notices/choices",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChoicesRead | None:
    if response.status_code == 200:
        response_200 = ChoicesRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChoicesRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChoicesChange,

) -> Response[ChoicesRead]:
    """ Change Choices

     Choose a door for some kinds, and which come by mail, too.

    422 `notices.unknown_kind`; 409 `notices.no_address` for mail without an address.

    Args:
        body (ChoicesChange): Kinds with the door they shall have; null goes back to the corp's
            rule.

            `mail` says of kinds whether they shall come by mail, too.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChoicesRead]
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
    body: ChoicesChange,

) -> ChoicesRead | None:
    """ Change Choices

     Choose a door for some kinds, and which come by mail, too.

    422 `notices.unknown_kind`; 409 `notices.no_address` for mail without an address.

    Args:
        body (ChoicesChange): Kinds with the door they shall have; null goes back to the corp's
            rule.

            `mail` says of kinds whether they shall come by mail, too.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChoicesRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChoicesChange,

) -> Response[ChoicesRead]:
    """ Change Choices

     Choose a door for some kinds, and which come by mail, too.

    422 `notices.unknown_kind`; 409 `notices.no_address` for mail without an address.

    Args:
        body (ChoicesChange): Kinds with the door they shall have; null goes back to the corp's
            rule.

            `mail` says of kinds whether they shall come by mail, too.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChoicesRead]
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
    body: ChoicesChange,

) -> ChoicesRead | None:
    """ Change Choices

     Choose a door for some kinds, and which come by mail, too.

    422 `notices.unknown_kind`; 409 `notices.no_address` for mail without an address.

    Args:
        body (ChoicesChange): Kinds with the door they shall have; null goes back to the corp's
            rule.

            `mail` says of kinds whether they shall come by mail, too.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChoicesRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
