from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.note_change import NoteChange
from ...models.note_read import NoteRead
from typing import cast



def _get_kwargs(
    customer_id: int,
    note_id: int,
    *,
    body: NoteChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/customers/{customer_id}/notes/{note_id}".format(customer_id=quote(str(customer_id), safe=""),note_id=quote(str(note_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NoteRead | None:
    if response.status_code == 200:
        response_200 = NoteRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[NoteRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    note_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NoteChange,

) -> Response[NoteRead]:
    """ Change Note

     Change one's own words, or pin anybody's note.

    404 `notes.unknown`, 403 `notes.foreign`, 409 `notes.too_many_pins`.

    Args:
        customer_id (int):
        note_id (int):
        body (NoteChange): What shall change of a note; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoteRead]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
note_id=note_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    note_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NoteChange,

) -> NoteRead | None:
    """ Change Note

     Change one's own words, or pin anybody's note.

    404 `notes.unknown`, 403 `notes.foreign`, 409 `notes.too_many_pins`.

    Args:
        customer_id (int):
        note_id (int):
        body (NoteChange): What shall change of a note; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoteRead
     """


    return sync_detailed(
        customer_id=customer_id,
note_id=note_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    note_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NoteChange,

) -> Response[NoteRead]:
    """ Change Note

     Change one's own words, or pin anybody's note.

    404 `notes.unknown`, 403 `notes.foreign`, 409 `notes.too_many_pins`.

    Args:
        customer_id (int):
        note_id (int):
        body (NoteChange): What shall change of a note; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NoteRead]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
note_id=note_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    note_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NoteChange,

) -> NoteRead | None:
    """ Change Note

     Change one's own words, or pin anybody's note.

    404 `notes.unknown`, 403 `notes.foreign`, 409 `notes.too_many_pins`.

    Args:
        customer_id (int):
        note_id (int):
        body (NoteChange): What shall change of a note; what is left out stays.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NoteRead
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
note_id=note_id,
client=client,
body=body,

    )).parsed
