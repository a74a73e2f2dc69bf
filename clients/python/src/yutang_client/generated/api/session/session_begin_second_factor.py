from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.factor_offered import FactorOffered
from ...models.password_proof import PasswordProof
from typing import cast



def _get_kwargs(
    *,
    body: PasswordProof,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/session/second-factor",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FactorOffered | None:
    if response.status_code == 200:
        response_200 = FactorOffered.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FactorOffered]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordProof,

) -> Response[FactorOffered]:
    """ Begin Second Factor

     Begin a second factor: a secret for an authenticator app. Nothing is asked for yet.

    401 `access.wrong_credentials`; 409 `access.second_factor_on`, `access.no_password`.

    Args:
        body (PasswordProof): The password proves that it is he, not somebody at his open browser.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FactorOffered]
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
    body: PasswordProof,

) -> FactorOffered | None:
    """ Begin Second Factor

     Begin a second factor: a secret for an authenticator app. Nothing is asked for yet.

    401 `access.wrong_credentials`; 409 `access.second_factor_on`, `access.no_password`.

    Args:
        body (PasswordProof): The password proves that it is he, not somebody at his open browser.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FactorOffered
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordProof,

) -> Response[FactorOffered]:
    """ Begin Second Factor

     Begin a second factor: a secret for an authenticator app. Nothing is asked for yet.

    401 `access.wrong_credentials`; 409 `access.second_factor_on`, `access.no_password`.

    Args:
        body (PasswordProof): The password proves that it is he, not somebody at his open browser.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FactorOffered]
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
    body: PasswordProof,

) -> FactorOffered | None:
    """ Begin Second Factor

     Begin a second factor: a secret for an authenticator app. Nothing is asked for yet.

    401 `access.wrong_credentials`; 409 `access.second_factor_on`, `access.no_password`.

    Args:
        body (PasswordProof): The password proves that it is he, not somebody at his open browser.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FactorOffered
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
