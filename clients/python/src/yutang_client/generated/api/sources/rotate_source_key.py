from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.source_made import SourceMade
from typing import cast



def _get_kwargs(
    source_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/sources/{source_id}/rotation".format(source_id=quote(str(source_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SourceMade | None:
    if response.status_code == 200:
        response_200 = SourceMade.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SourceMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[SourceMade]:
    """ Rotate Source Key

     Make another key; the former one is good for 24 hours. A webhook's secret changes at once.

    404 `collect.unknown_source`.

    Args:
        source_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
     """


    kwargs = _get_kwargs(
        source_id=source_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SourceMade | None:
    """ Rotate Source Key

     Make another key; the former one is good for 24 hours. A webhook's secret changes at once.

    404 `collect.unknown_source`.

    Args:
        source_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return sync_detailed(
        source_id=source_id,
client=client,

    ).parsed

async def asyncio_detailed(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[SourceMade]:
    """ Rotate Source Key

     Make another key; the former one is good for 24 hours. A webhook's secret changes at once.

    404 `collect.unknown_source`.

    Args:
        source_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SourceMade]
     """


    kwargs = _get_kwargs(
        source_id=source_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    source_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SourceMade | None:
    """ Rotate Source Key

     Make another key; the former one is good for 24 hours. A webhook's secret changes at once.

    404 `collect.unknown_source`.

    Args:
        source_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SourceMade
     """


    return (await asyncio_detailed(
        source_id=source_id,
client=client,

    )).parsed
