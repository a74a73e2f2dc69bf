from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.batch_read import BatchRead
from ...models.code_template import CodeTemplate
from typing import cast



def _get_kwargs(
    batch_id: int,
    *,
    body: CodeTemplate,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/channel-batches/{batch_id}/make".format(batch_id=quote(str(batch_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BatchRead | None:
    if response.status_code == 200:
        response_200 = BatchRead.from_dict(response.json())



        return response_200

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
    batch_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CodeTemplate,

) -> Response[BatchRead]:
    """ Make Batch

     Make the codes of its right rows, or go on with a stopped one; it is `running` then.

    404 `codebatches.unknown`; 409 `codebatches.not_now`, `codebatches.nothing_to_make`,
    `codebatches.no_room` where WeCom would take fewer; 422 as for one code.

    Args:
        batch_id (int):
        body (CodeTemplate): What many codes have in common.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BatchRead]
     """


    kwargs = _get_kwargs(
        batch_id=batch_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    batch_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CodeTemplate,

) -> BatchRead | None:
    """ Make Batch

     Make the codes of its right rows, or go on with a stopped one; it is `running` then.

    404 `codebatches.unknown`; 409 `codebatches.not_now`, `codebatches.nothing_to_make`,
    `codebatches.no_room` where WeCom would take fewer; 422 as for one code.

    Args:
        batch_id (int):
        body (CodeTemplate): What many codes have in common.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BatchRead
     """


    return sync_detailed(
        batch_id=batch_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    batch_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CodeTemplate,

) -> Response[BatchRead]:
    """ Make Batch

     Make the codes of its right rows, or go on with a stopped one; it is `running` then.

    404 `codebatches.unknown`; 409 `codebatches.not_now`, `codebatches.nothing_to_make`,
    `codebatches.no_room` where WeCom would take fewer; 422 as for one code.

    Args:
        batch_id (int):
        body (CodeTemplate): What many codes have in common.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BatchRead]
     """


    kwargs = _get_kwargs(
        batch_id=batch_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    batch_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: CodeTemplate,

) -> BatchRead | None:
    """ Make Batch

     Make the codes of its right rows, or go on with a stopped one; it is `running` then.

    404 `codebatches.unknown`; 409 `codebatches.not_now`, `codebatches.nothing_to_make`,
    `codebatches.no_room` where WeCom would take fewer; 422 as for one code.

    Args:
        batch_id (int):
        body (CodeTemplate): What many codes have in common.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BatchRead
     """


    return (await asyncio_detailed(
        batch_id=batch_id,
client=client,
body=body,

    )).parsed
