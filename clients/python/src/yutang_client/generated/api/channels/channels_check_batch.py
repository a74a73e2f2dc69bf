from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.batch_read import BatchRead
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
        "url": "/api/channel-batches",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BatchRead | None:
    if response.status_code == 201:
        response_201 = BatchRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BatchRead]:
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

) -> Response[BatchRead]:
    """ Check Batch

     Send a CSV or Excel (.xlsx) file of at most 10,000 codes as the body; makes none yet.

    A code for each row: of the members in 员工账号 (Staff), or of all of the store in 门店编号
    (Store). Tells which rows become no code and why. 422 `codebatches.sheet`, 413
    `codebatches.sheet_too_large`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BatchRead]
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

) -> BatchRead | None:
    """ Check Batch

     Send a CSV or Excel (.xlsx) file of at most 10,000 codes as the body; makes none yet.

    A code for each row: of the members in 员工账号 (Staff), or of all of the store in 门店编号
    (Store). Tells which rows become no code and why. 422 `codebatches.sheet`, 413
    `codebatches.sheet_too_large`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BatchRead
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

) -> Response[BatchRead]:
    """ Check Batch

     Send a CSV or Excel (.xlsx) file of at most 10,000 codes as the body; makes none yet.

    A code for each row: of the members in 员工账号 (Staff), or of all of the store in 门店编号
    (Store). Tells which rows become no code and why. 422 `codebatches.sheet`, 413
    `codebatches.sheet_too_large`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BatchRead]
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

) -> BatchRead | None:
    """ Check Batch

     Send a CSV or Excel (.xlsx) file of at most 10,000 codes as the body; makes none yet.

    A code for each row: of the members in 员工账号 (Staff), or of all of the store in 门店编号
    (Store). Tells which rows become no code and why. 422 `codebatches.sheet`, 413
    `codebatches.sheet_too_large`.

    Args:
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BatchRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,
name=name,

    )).parsed
