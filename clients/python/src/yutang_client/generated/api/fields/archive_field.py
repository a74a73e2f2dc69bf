from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.field_read import FieldRead
from typing import cast



def _get_kwargs(
    field_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/fields/{field_id}/archive".format(field_id=quote(str(field_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FieldRead | None:
    if response.status_code == 200:
        response_200 = FieldRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FieldRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[FieldRead]:
    """ Archive Field

     Hide a field with its values; nothing is deleted. 404 `attributes.unknown`.

    Args:
        field_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
     """


    kwargs = _get_kwargs(
        field_id=field_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> FieldRead | None:
    """ Archive Field

     Hide a field with its values; nothing is deleted. 404 `attributes.unknown`.

    Args:
        field_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return sync_detailed(
        field_id=field_id,
client=client,

    ).parsed

async def asyncio_detailed(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[FieldRead]:
    """ Archive Field

     Hide a field with its values; nothing is deleted. 404 `attributes.unknown`.

    Args:
        field_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
     """


    kwargs = _get_kwargs(
        field_id=field_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> FieldRead | None:
    """ Archive Field

     Hide a field with its values; nothing is deleted. 404 `attributes.unknown`.

    Args:
        field_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return (await asyncio_detailed(
        field_id=field_id,
client=client,

    )).parsed
