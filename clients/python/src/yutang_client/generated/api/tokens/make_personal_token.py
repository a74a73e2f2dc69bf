from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_token import NewToken
from ...models.token_made import TokenMade
from typing import cast



def _get_kwargs(
    *,
    body: NewToken,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tokens",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TokenMade | None:
    if response.status_code == 201:
        response_201 = TokenMade.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TokenMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewToken,

) -> Response[TokenMade]:
    """ Make Personal Token

     Make a token that acts as you; `token` is shown in this answer only.

    403 `tokens.too_wide` for a permission you lack, 409 `tokens.too_many` at 20 live ones.

    Args:
        body (NewToken): A token by which a program acts as you; it may do what you may, but no
            more than this.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TokenMade]
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
    body: NewToken,

) -> TokenMade | None:
    """ Make Personal Token

     Make a token that acts as you; `token` is shown in this answer only.

    403 `tokens.too_wide` for a permission you lack, 409 `tokens.too_many` at 20 live ones.

    Args:
        body (NewToken): A token by which a program acts as you; it may do what you may, but no
            more than this.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TokenMade
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewToken,

) -> Response[TokenMade]:
    """ Make Personal Token

     Make a token that acts as you; `token` is shown in this answer only.

    403 `tokens.too_wide` for a permission you lack, 409 `tokens.too_many` at 20 live ones.

    Args:
        body (NewToken): A token by which a program acts as you; it may do what you may, but no
            more than this.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TokenMade]
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
    body: NewToken,

) -> TokenMade | None:
    """ Make Personal Token

     Make a token that acts as you; `token` is shown in this answer only.

    403 `tokens.too_wide` for a permission you lack, 409 `tokens.too_many` at 20 live ones.

    Args:
        body (NewToken): A token by which a program acts as you; it may do what you may, but no
            more than this.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TokenMade
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
