from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.proof import Proof
from typing import cast



def _get_kwargs(
    erasure_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/privacy/erasures/{erasure_id}/proof".format(erasure_id=quote(str(erasure_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Proof | None:
    if response.status_code == 200:
        response_200 = Proof.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Proof]:
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

) -> Response[Proof]:
    """ Read Proof

     What was erased, when and by whom. 409 `privacy.no_proof` until it has ended.

    Args:
        erasure_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Proof]
     """


    kwargs = _get_kwargs(
        erasure_id=erasure_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Proof | None:
    """ Read Proof

     What was erased, when and by whom. 409 `privacy.no_proof` until it has ended.

    Args:
        erasure_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Proof
     """


    return sync_detailed(
        erasure_id=erasure_id,
client=client,

    ).parsed

async def asyncio_detailed(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[Proof]:
    """ Read Proof

     What was erased, when and by whom. 409 `privacy.no_proof` until it has ended.

    Args:
        erasure_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Proof]
     """


    kwargs = _get_kwargs(
        erasure_id=erasure_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    erasure_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Proof | None:
    """ Read Proof

     What was erased, when and by whom. 409 `privacy.no_proof` until it has ended.

    Args:
        erasure_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Proof
     """


    return (await asyncio_detailed(
        erasure_id=erasure_id,
client=client,

    )).parsed
