from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.link_create import LinkCreate
from ...models.link_read import LinkRead
from typing import cast



def _get_kwargs(
    *,
    body: LinkCreate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/links",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> LinkRead | None:
    if response.status_code == 201:
        response_201 = LinkRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[LinkRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: LinkCreate,

) -> Response[LinkRead]:
    """ Create Link

     Make a link: `creating` until WeCom made it, then `active`.

    422 `links.nobody`, `links.too_many`, `links.unknown_department`, `links.no_priority_members`,
    `channels.unknown_staff` and the faults of a welcome; 404 `files.unknown`.

    Args:
        body (LinkCreate): A link as it shall be: up to 500 people behind it, named or by
            department.

            `priority` leads a customer to a friend of his first: `corp` among all members, `list`
            among
            `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LinkRead]
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
    body: LinkCreate,

) -> LinkRead | None:
    """ Create Link

     Make a link: `creating` until WeCom made it, then `active`.

    422 `links.nobody`, `links.too_many`, `links.unknown_department`, `links.no_priority_members`,
    `channels.unknown_staff` and the faults of a welcome; 404 `files.unknown`.

    Args:
        body (LinkCreate): A link as it shall be: up to 500 people behind it, named or by
            department.

            `priority` leads a customer to a friend of his first: `corp` among all members, `list`
            among
            `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LinkRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: LinkCreate,

) -> Response[LinkRead]:
    """ Create Link

     Make a link: `creating` until WeCom made it, then `active`.

    422 `links.nobody`, `links.too_many`, `links.unknown_department`, `links.no_priority_members`,
    `channels.unknown_staff` and the faults of a welcome; 404 `files.unknown`.

    Args:
        body (LinkCreate): A link as it shall be: up to 500 people behind it, named or by
            department.

            `priority` leads a customer to a friend of his first: `corp` among all members, `list`
            among
            `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LinkRead]
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
    body: LinkCreate,

) -> LinkRead | None:
    """ Create Link

     Make a link: `creating` until WeCom made it, then `active`.

    422 `links.nobody`, `links.too_many`, `links.unknown_department`, `links.no_priority_members`,
    `channels.unknown_staff` and the faults of a welcome; 404 `files.unknown`.

    Args:
        body (LinkCreate): A link as it shall be: up to 500 people behind it, named or by
            department.

            `priority` leads a customer to a friend of his first: `corp` among all members, `list`
            among
            `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LinkRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
