from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.field_read import FieldRead
from ...models.new_field import NewField
from typing import cast



def _get_kwargs(
    *,
    body: NewField,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/fields",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FieldRead | None:
    if response.status_code == 201:
        response_201 = FieldRead.from_dict(response.json())



        return response_201

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
    *,
    client: AuthenticatedClient | Client,
    body: NewField,

) -> Response[FieldRead]:
    """ Add Field

     Make a field; its kind and decimals stay for ever.

    409 `attributes.name_taken`, `attributes.too_many`, 422 `attributes.bad_field`.

    Args:
        body (NewField): A field to be made; kind and decimals stay as they are for ever.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
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
    body: NewField,

) -> FieldRead | None:
    """ Add Field

     Make a field; its kind and decimals stay for ever.

    409 `attributes.name_taken`, `attributes.too_many`, 422 `attributes.bad_field`.

    Args:
        body (NewField): A field to be made; kind and decimals stay as they are for ever.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewField,

) -> Response[FieldRead]:
    """ Add Field

     Make a field; its kind and decimals stay for ever.

    409 `attributes.name_taken`, `attributes.too_many`, 422 `attributes.bad_field`.

    Args:
        body (NewField): A field to be made; kind and decimals stay as they are for ever.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
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
    body: NewField,

) -> FieldRead | None:
    """ Add Field

     Make a field; its kind and decimals stay for ever.

    409 `attributes.name_taken`, `attributes.too_many`, 422 `attributes.bad_field`.

    Args:
        body (NewField): A field to be made; kind and decimals stay as they are for ever.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
