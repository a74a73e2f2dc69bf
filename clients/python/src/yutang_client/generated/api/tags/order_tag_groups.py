from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.order_tag_groups_kind import OrderTagGroupsKind
from ...models.tag_order import TagOrder
from typing import cast



def _get_kwargs(
    *,
    body: TagOrder,
    kind: OrderTagGroupsKind,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    json_kind = kind.value
    params["kind"] = json_kind


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/tags/groups/order",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 204:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TagOrder,
    kind: OrderTagGroupsKind,

) -> Response[Any]:
    """ Order Tag Groups

     Put all groups of a kind in an order; 422 `tags.order` where one is missing.

    409 `tags.locked`: WeCom's that others made stay where they are; nothing was changed.

    Args:
        kind (OrderTagGroupsKind):
        body (TagOrder): All living tags of a group, or all living groups of a kind, first to
            last.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        body=body,
kind=kind,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TagOrder,
    kind: OrderTagGroupsKind,

) -> Response[Any]:
    """ Order Tag Groups

     Put all groups of a kind in an order; 422 `tags.order` where one is missing.

    409 `tags.locked`: WeCom's that others made stay where they are; nothing was changed.

    Args:
        kind (OrderTagGroupsKind):
        body (TagOrder): All living tags of a group, or all living groups of a kind, first to
            last.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        body=body,
kind=kind,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

