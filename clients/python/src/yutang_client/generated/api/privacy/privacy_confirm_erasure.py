from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.erasure_confirmation import ErasureConfirmation
from ...models.erasure_read import ErasureRead
from typing import cast



def _get_kwargs(
    erasure_id: int,
    *,
    body: ErasureConfirmation,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/privacy/erasures/{erasure_id}/confirm".format(erasure_id=quote(str(erasure_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ErasureRead | None:
    if response.status_code == 202:
        response_202 = ErasureRead.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ErasureRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ErasureConfirmation,

) -> Response[ErasureRead]:
    """ Confirm Erasure

     Erase him: cannot be taken back. His name is typed, so that nobody confirms another.

    404 `privacy.unknown_erasure`, 409 `privacy.erasure_state`, 422 `privacy.wrong_name`.

    Args:
        erasure_id (int):
        body (ErasureConfirmation): His name as the profile shows it, or his number where he has
            none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErasureRead]
     """


    kwargs = _get_kwargs(
        erasure_id=erasure_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ErasureConfirmation,

) -> ErasureRead | None:
    """ Confirm Erasure

     Erase him: cannot be taken back. His name is typed, so that nobody confirms another.

    404 `privacy.unknown_erasure`, 409 `privacy.erasure_state`, 422 `privacy.wrong_name`.

    Args:
        erasure_id (int):
        body (ErasureConfirmation): His name as the profile shows it, or his number where he has
            none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErasureRead
     """


    return sync_detailed(
        erasure_id=erasure_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ErasureConfirmation,

) -> Response[ErasureRead]:
    """ Confirm Erasure

     Erase him: cannot be taken back. His name is typed, so that nobody confirms another.

    404 `privacy.unknown_erasure`, 409 `privacy.erasure_state`, 422 `privacy.wrong_name`.

    Args:
        erasure_id (int):
        body (ErasureConfirmation): His name as the profile shows it, or his number where he has
            none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErasureRead]
     """


    kwargs = _get_kwargs(
        erasure_id=erasure_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ErasureConfirmation,

) -> ErasureRead | None:
    """ Confirm Erasure

     Erase him: cannot be taken back. His name is typed, so that nobody confirms another.

    404 `privacy.unknown_erasure`, 409 `privacy.erasure_state`, 422 `privacy.wrong_name`.

    Args:
        erasure_id (int):
        body (ErasureConfirmation): His name as the profile shows it, or his number where he has
            none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErasureRead
     """


    return (await asyncio_detailed(
        erasure_id=erasure_id,
client=client,
body=body,

    )).parsed
