from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.import_read import ImportRead
from ...types import File, FileTypes
from io import BytesIO
from typing import cast



def _get_kwargs(
    *,
    body: File,
    name: str,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    params["name"] = name


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/imports",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ImportRead | None:
    if response.status_code == 201:
        response_201 = ImportRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ImportRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> Response[ImportRead]:
    """ Upload

     Send a CSV, Excel (.xlsx) or Parquet file as the body; its kind is read from its content.

    Nothing is written but the file: go on with its columns and a check. 413 `imports.too_large`,
    507 `imports.no_room`, 422 `imports.unreadable`, `imports.empty`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRead]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> ImportRead | None:
    """ Upload

     Send a CSV, Excel (.xlsx) or Parquet file as the body; its kind is read from its content.

    Nothing is written but the file: go on with its columns and a check. 413 `imports.too_large`,
    507 `imports.no_room`, 422 `imports.unreadable`, `imports.empty`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRead
     """


    return sync_detailed(
        client=client,
body=body,
name=name,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> Response[ImportRead]:
    """ Upload

     Send a CSV, Excel (.xlsx) or Parquet file as the body; its kind is read from its content.

    Nothing is written but the file: go on with its columns and a check. 413 `imports.too_large`,
    507 `imports.no_room`, 422 `imports.unreadable`, `imports.empty`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRead]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> ImportRead | None:
    """ Upload

     Send a CSV, Excel (.xlsx) or Parquet file as the body; its kind is read from its content.

    Nothing is written but the file: go on with its columns and a check. 413 `imports.too_large`,
    507 `imports.no_room`, 422 `imports.unreadable`, `imports.empty`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,
name=name,

    )).parsed
