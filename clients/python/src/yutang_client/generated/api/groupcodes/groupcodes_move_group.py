from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.group_move import GroupMove
from typing import cast



def _get_kwargs(
    code_id: int,
    group_id: int,
    *,
    body: GroupMove,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-codes/{code_id}/groups/{group_id}/move".format(code_id=quote(str(code_id), safe=""),group_id=quote(str(group_id), safe=""),),
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
    code_id: int,
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupMove,

) -> Response[Any]:
    """ Move Group

     Put a group before another one, or at the end.

    404 `groupcodes.unknown`, `groupcodes.not_queued`.

    Args:
        code_id (int):
        group_id (int):
        body (GroupMove): Where a group shall stand: before another one, at the end without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
group_id=group_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    code_id: int,
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GroupMove,

) -> Response[Any]:
    """ Move Group

     Put a group before another one, or at the end.

    404 `groupcodes.unknown`, `groupcodes.not_queued`.

    Args:
        code_id (int):
        group_id (int):
        body (GroupMove): Where a group shall stand: before another one, at the end without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
group_id=group_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

