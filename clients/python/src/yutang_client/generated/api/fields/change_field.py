from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.field_change import FieldChange
from ...models.field_read import FieldRead
from typing import cast



def _get_kwargs(
    field_id: int,
    *,
    body: FieldChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/fields/{field_id}".format(field_id=quote(str(field_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: FieldChange,

) -> Response[FieldRead]:
    """ Change Field

     Change a field; values that stand there stay.

    404 `attributes.unknown`, 409 `attributes.changed_meanwhile`, `attributes.name_taken`,
    422 `attributes.bad_field`.

    Args:
        field_id (int):
        body (FieldChange): A field as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
     """


    kwargs = _get_kwargs(
        field_id=field_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: FieldChange,

) -> FieldRead | None:
    """ Change Field

     Change a field; values that stand there stay.

    404 `attributes.unknown`, 409 `attributes.changed_meanwhile`, `attributes.name_taken`,
    422 `attributes.bad_field`.

    Args:
        field_id (int):
        body (FieldChange): A field as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return sync_detailed(
        field_id=field_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: FieldChange,

) -> Response[FieldRead]:
    """ Change Field

     Change a field; values that stand there stay.

    404 `attributes.unknown`, 409 `attributes.changed_meanwhile`, `attributes.name_taken`,
    422 `attributes.bad_field`.

    Args:
        field_id (int):
        body (FieldChange): A field as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldRead]
     """


    kwargs = _get_kwargs(
        field_id=field_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    field_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: FieldChange,

) -> FieldRead | None:
    """ Change Field

     Change a field; values that stand there stay.

    404 `attributes.unknown`, 409 `attributes.changed_meanwhile`, `attributes.name_taken`,
    422 `attributes.bad_field`.

    Args:
        field_id (int):
        body (FieldChange): A field as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldRead
     """


    return (await asyncio_detailed(
        field_id=field_id,
client=client,
body=body,

    )).parsed
