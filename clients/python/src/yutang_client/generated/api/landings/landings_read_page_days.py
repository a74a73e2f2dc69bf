from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.landing_days import LandingDays
from typing import cast



def _get_kwargs(
    page_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/landing-pages/{page_id}/days".format(page_id=quote(str(page_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> LandingDays | None:
    if response.status_code == 200:
        response_200 = LandingDays.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[LandingDays]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[LandingDays]:
    """ Read Page Days

     Visits of the last 30 days by day and source.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LandingDays]
     """


    kwargs = _get_kwargs(
        page_id=page_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> LandingDays | None:
    """ Read Page Days

     Visits of the last 30 days by day and source.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LandingDays
     """


    return sync_detailed(
        page_id=page_id,
client=client,

    ).parsed

async def asyncio_detailed(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[LandingDays]:
    """ Read Page Days

     Visits of the last 30 days by day and source.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LandingDays]
     """


    kwargs = _get_kwargs(
        page_id=page_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    page_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> LandingDays | None:
    """ Read Page Days

     Visits of the last 30 days by day and source.

    Args:
        page_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LandingDays
     """


    return (await asyncio_detailed(
        page_id=page_id,
client=client,

    )).parsed
