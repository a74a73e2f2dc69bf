from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.reply_entered import ReplyEntered
from typing import cast



def _get_kwargs(
    reply_id: int,
    *,
    body: ReplyEntered,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/keyword-replies/{reply_id}/entered".format(reply_id=quote(str(reply_id), safe=""),),
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
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ReplyEntered,

) -> Response[Any]:
    """ Enter Reply

     Say that the console has it as it is here; of a deleted one, that the console has it not.

    409 `groupcare.changed_meanwhile` for one that was changed while it was typed.

    Args:
        reply_id (int):
        body (ReplyEntered): Somebody typed it into the console, or took it out there: in this
            `version`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        reply_id=reply_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    reply_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ReplyEntered,

) -> Response[Any]:
    """ Enter Reply

     Say that the console has it as it is here; of a deleted one, that the console has it not.

    409 `groupcare.changed_meanwhile` for one that was changed while it was typed.

    Args:
        reply_id (int):
        body (ReplyEntered): Somebody typed it into the console, or took it out there: in this
            `version`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        reply_id=reply_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

