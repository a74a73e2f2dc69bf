from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.set_list import SetList
from typing import cast



def _get_kwargs(
    set_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/question-sets/{set_id}/archive".format(set_id=quote(str(set_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SetList | None:
    if response.status_code == 200:
        response_200 = SetList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SetList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[SetList]:
    """ Archive Set

     Offer a set no longer. 404 `questions.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SetList]
     """


    kwargs = _get_kwargs(
        set_id=set_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SetList | None:
    """ Archive Set

     Offer a set no longer. 404 `questions.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SetList
     """


    return sync_detailed(
        set_id=set_id,
client=client,

    ).parsed

async def asyncio_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[SetList]:
    """ Archive Set

     Offer a set no longer. 404 `questions.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SetList]
     """


    kwargs = _get_kwargs(
        set_id=set_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> SetList | None:
    """ Archive Set

     Offer a set no longer. 404 `questions.unknown`.

    Args:
        set_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SetList
     """


    return (await asyncio_detailed(
        set_id=set_id,
client=client,

    )).parsed
