from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.run_list import RunList
from typing import cast



def _get_kwargs(
    segment_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/segments/{segment_id}/runs".format(segment_id=quote(str(segment_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RunList | None:
    if response.status_code == 200:
        response_200 = RunList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RunList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RunList]:
    """ List Runs

     The latest refreshes, with who entered and left. 404 `segments.unknown`.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RunList]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RunList | None:
    """ List Runs

     The latest refreshes, with who entered and left. 404 `segments.unknown`.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RunList
     """


    return sync_detailed(
        segment_id=segment_id,
client=client,

    ).parsed

async def asyncio_detailed(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RunList]:
    """ List Runs

     The latest refreshes, with who entered and left. 404 `segments.unknown`.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RunList]
     """


    kwargs = _get_kwargs(
        segment_id=segment_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    segment_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RunList | None:
    """ List Runs

     The latest refreshes, with who entered and left. 404 `segments.unknown`.

    Args:
        segment_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RunList
     """


    return (await asyncio_detailed(
        segment_id=segment_id,
client=client,

    )).parsed
