from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.breach_read import BreachRead
from typing import cast



def _get_kwargs(
    breach_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-breaches/{breach_id}".format(breach_id=quote(str(breach_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BreachRead | None:
    if response.status_code == 200:
        response_200 = BreachRead.from_dict(response.json())



        return response_200

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
    breach_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[BreachRead]:
    """ Read Breach

     One breach; 404 `grouprules.unknown_breach`.

    Args:
        breach_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachRead]
     """


    kwargs = _get_kwargs(
        breach_id=breach_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    breach_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> BreachRead | None:
    """ Read Breach

     One breach; 404 `grouprules.unknown_breach`.

    Args:
        breach_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachRead
     """


    return sync_detailed(
        breach_id=breach_id,
client=client,

    ).parsed

async def asyncio_detailed(
    breach_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[BreachRead]:
    """ Read Breach

     One breach; 404 `grouprules.unknown_breach`.

    Args:
        breach_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BreachRead]
     """


    kwargs = _get_kwargs(
        breach_id=breach_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    breach_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> BreachRead | None:
    """ Read Breach

     One breach; 404 `grouprules.unknown_breach`.

    Args:
        breach_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BreachRead
     """


    return (await asyncio_detailed(
        breach_id=breach_id,
client=client,

    )).parsed
