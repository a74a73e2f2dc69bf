from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.starter_use import StarterUse
from ...models.tag_group_detail import TagGroupDetail
from typing import cast



def _get_kwargs(
    key: str,
    *,
    body: StarterUse,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tags/starters/{key}".format(key=quote(str(key), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TagGroupDetail | None:
    if response.status_code == 201:
        response_201 = TagGroupDetail.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TagGroupDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: StarterUse,

) -> Response[TagGroupDetail]:
    """ Use Starter

     Make a group of a set, ours or WeCom's; a sensitive one comes archived, which is off.

    Args:
        key (str):
        body (StarterUse): Make a group of a set: as it is, or with another name and other tags.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: StarterUse,

) -> TagGroupDetail | None:
    """ Use Starter

     Make a group of a set, ours or WeCom's; a sensitive one comes archived, which is off.

    Args:
        key (str):
        body (StarterUse): Make a group of a set: as it is, or with another name and other tags.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return sync_detailed(
        key=key,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: StarterUse,

) -> Response[TagGroupDetail]:
    """ Use Starter

     Make a group of a set, ours or WeCom's; a sensitive one comes archived, which is off.

    Args:
        key (str):
        body (StarterUse): Make a group of a set: as it is, or with another name and other tags.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: StarterUse,

) -> TagGroupDetail | None:
    """ Use Starter

     Make a group of a set, ours or WeCom's; a sensitive one comes archived, which is off.

    Args:
        key (str):
        body (StarterUse): Make a group of a set: as it is, or with another name and other tags.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return (await asyncio_detailed(
        key=key,
client=client,
body=body,

    )).parsed
