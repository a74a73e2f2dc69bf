from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.tag_group_create import TagGroupCreate
from ...models.tag_group_detail import TagGroupDetail
from typing import cast



def _get_kwargs(
    *,
    body: TagGroupCreate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/tags/groups",
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
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupCreate,

) -> Response[TagGroupDetail]:
    """ Create Tag Group

     Make a group with its tags, in WeCom too where it is of that kind.

    409 `tags.name_taken`, `tags.no_room`; 422 `tags.apart`; 502 `tags.refused`; 503
    `tags.no_answer`: WeCom gave no answer and its list does not show it.

    Args:
        body (TagGroupCreate): A group to make, with at least one tag: WeCom has no empty ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
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
    body: TagGroupCreate,

) -> TagGroupDetail | None:
    """ Create Tag Group

     Make a group with its tags, in WeCom too where it is of that kind.

    409 `tags.name_taken`, `tags.no_room`; 422 `tags.apart`; 502 `tags.refused`; 503
    `tags.no_answer`: WeCom gave no answer and its list does not show it.

    Args:
        body (TagGroupCreate): A group to make, with at least one tag: WeCom has no empty ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupCreate,

) -> Response[TagGroupDetail]:
    """ Create Tag Group

     Make a group with its tags, in WeCom too where it is of that kind.

    409 `tags.name_taken`, `tags.no_room`; 422 `tags.apart`; 502 `tags.refused`; 503
    `tags.no_answer`: WeCom gave no answer and its list does not show it.

    Args:
        body (TagGroupCreate): A group to make, with at least one tag: WeCom has no empty ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
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
    body: TagGroupCreate,

) -> TagGroupDetail | None:
    """ Create Tag Group

     Make a group with its tags, in WeCom too where it is of that kind.

    409 `tags.name_taken`, `tags.no_room`; 422 `tags.apart`; 502 `tags.refused`; 503
    `tags.no_answer`: WeCom gave no answer and its list does not show it.

    Args:
        body (TagGroupCreate): A group to make, with at least one tag: WeCom has no empty ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
