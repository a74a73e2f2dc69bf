from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_service_token import NewServiceToken
from ...models.token_made import TokenMade
from typing import cast



def _get_kwargs(
    *,
    body: NewServiceToken,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tokens/services",
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
    body: NewServiceToken,

) -> Response[TokenMade]:
    """ Make Service Token

     Make a token of a program, which sees whom `scopes` name; `token` is shown here only.

    403 `tokens.too_wide` where it could do or see more than you, 422 `tokens.unknown_scope`,
    409 `tokens.too_many` at 200 live ones of the company.

    Args:
        body (NewServiceToken): A token of a program that is nobody; it stays when you leave.

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
    body: NewServiceToken,

) -> TokenMade | None:
    """ Make Service Token

     Make a token of a program, which sees whom `scopes` name; `token` is shown here only.

    403 `tokens.too_wide` where it could do or see more than you, 422 `tokens.unknown_scope`,
    409 `tokens.too_many` at 200 live ones of the company.

    Args:
        body (NewServiceToken): A token of a program that is nobody; it stays when you leave.

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
    body: NewServiceToken,

) -> Response[TokenMade]:
    """ Make Service Token

     Make a token of a program, which sees whom `scopes` name; `token` is shown here only.

    403 `tokens.too_wide` where it could do or see more than you, 422 `tokens.unknown_scope`,
    409 `tokens.too_many` at 200 live ones of the company.

    Args:
        body (NewServiceToken): A token of a program that is nobody; it stays when you leave.

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
    body: NewServiceToken,

) -> TokenMade | None:
    """ Make Service Token

     Make a token of a program, which sees whom `scopes` name; `token` is shown here only.

    403 `tokens.too_wide` where it could do or see more than you, 422 `tokens.unknown_scope`,
    409 `tokens.too_many` at 200 live ones of the company.

    Args:
        body (NewServiceToken): A token of a program that is nobody; it stays when you leave.

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
