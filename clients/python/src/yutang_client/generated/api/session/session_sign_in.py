from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.session_read import SessionRead
from ...models.sign_in import SignIn
from typing import cast



def _get_kwargs(
    *,
    body: SignIn,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/session",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SessionRead | None:
    if response.status_code == 200:
        response_200 = SessionRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SessionRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SignIn,

) -> Response[SessionRead]:
    """ Sign In

     Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; 401 `access.code_needed` where a second factor is on: send the
    same again with `code`; 401 `access.wrong_code`. After eight wrong ones in a row 429
    `access.locked_out` for 15 minutes. After 20 failures for one login or 100 from one address
    within ten minutes 429 `access.too_many_tries` with `Retry-After`.

    Args:
        body (SignIn): Login and password of a local account; `code` where a second factor is on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SessionRead]
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
    body: SignIn,

) -> SessionRead | None:
    """ Sign In

     Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; 401 `access.code_needed` where a second factor is on: send the
    same again with `code`; 401 `access.wrong_code`. After eight wrong ones in a row 429
    `access.locked_out` for 15 minutes. After 20 failures for one login or 100 from one address
    within ten minutes 429 `access.too_many_tries` with `Retry-After`.

    Args:
        body (SignIn): Login and password of a local account; `code` where a second factor is on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SessionRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SignIn,

) -> Response[SessionRead]:
    """ Sign In

     Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; 401 `access.code_needed` where a second factor is on: send the
    same again with `code`; 401 `access.wrong_code`. After eight wrong ones in a row 429
    `access.locked_out` for 15 minutes. After 20 failures for one login or 100 from one address
    within ten minutes 429 `access.too_many_tries` with `Retry-After`.

    Args:
        body (SignIn): Login and password of a local account; `code` where a second factor is on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SessionRead]
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
    body: SignIn,

) -> SessionRead | None:
    """ Sign In

     Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; 401 `access.code_needed` where a second factor is on: send the
    same again with `code`; 401 `access.wrong_code`. After eight wrong ones in a row 429
    `access.locked_out` for 15 minutes. After 20 failures for one login or 100 from one address
    within ten minutes 429 `access.too_many_tries` with `Retry-After`.

    Args:
        body (SignIn): Login and password of a local account; `code` where a second factor is on.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SessionRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
