from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.tag_uses import TagUses
from typing import cast



def _get_kwargs(
    *,
    tag_id: list[int],

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_tag_id = tag_id


    params["tag_id"] = json_tag_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tags/uses",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TagUses | None:
    if response.status_code == 200:
        response_200 = TagUses.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TagUses]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    tag_id: list[int],

) -> Response[TagUses]:
    """ List Tag Uses

     Where these tags are used; to be read before one is deleted or merged.

    Args:
        tag_id (list[int]):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagUses]
     """


    kwargs = _get_kwargs(
        tag_id=tag_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    tag_id: list[int],

) -> TagUses | None:
    """ List Tag Uses

     Where these tags are used; to be read before one is deleted or merged.

    Args:
        tag_id (list[int]):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagUses
     """


    return sync_detailed(
        client=client,
tag_id=tag_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    tag_id: list[int],

) -> Response[TagUses]:
    """ List Tag Uses

     Where these tags are used; to be read before one is deleted or merged.

    Args:
        tag_id (list[int]):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagUses]
     """


    kwargs = _get_kwargs(
        tag_id=tag_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    tag_id: list[int],

) -> TagUses | None:
    """ List Tag Uses

     Where these tags are used; to be read before one is deleted or merged.

    Args:
        tag_id (list[int]):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagUses
     """


    return (await asyncio_detailed(
        client=client,
tag_id=tag_id,

    )).parsed
