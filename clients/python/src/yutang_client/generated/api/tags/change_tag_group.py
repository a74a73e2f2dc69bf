from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.tag_group_change import TagGroupChange
from ...models.tag_group_detail import TagGroupDetail
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    body: TagGroupChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/tags/groups/{group_id}".format(group_id=quote(str(group_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TagGroupDetail | None:
    if response.status_code == 200:
        response_200 = TagGroupDetail.from_dict(response.json())



        return response_200

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
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupChange,

) -> Response[TagGroupDetail]:
    """ Change Tag Group

     Rename (in WeCom too), archive, make exclusive or ordered.

    409 `tags.locked`: WeCom lets only who made it rename it; 409 `tags.name_taken`.

    Args:
        group_id (int):
        body (TagGroupChange): What to change of a group; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupChange,

) -> TagGroupDetail | None:
    """ Change Tag Group

     Rename (in WeCom too), archive, make exclusive or ordered.

    409 `tags.locked`: WeCom lets only who made it rename it; 409 `tags.name_taken`.

    Args:
        group_id (int):
        body (TagGroupChange): What to change of a group; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return sync_detailed(
        group_id=group_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupChange,

) -> Response[TagGroupDetail]:
    """ Change Tag Group

     Rename (in WeCom too), archive, make exclusive or ordered.

    409 `tags.locked`: WeCom lets only who made it rename it; 409 `tags.name_taken`.

    Args:
        group_id (int):
        body (TagGroupChange): What to change of a group; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TagGroupDetail]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TagGroupChange,

) -> TagGroupDetail | None:
    """ Change Tag Group

     Rename (in WeCom too), archive, make exclusive or ordered.

    409 `tags.locked`: WeCom lets only who made it rename it; 409 `tags.name_taken`.

    Args:
        group_id (int):
        body (TagGroupChange): What to change of a group; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TagGroupDetail
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
body=body,

    )).parsed
