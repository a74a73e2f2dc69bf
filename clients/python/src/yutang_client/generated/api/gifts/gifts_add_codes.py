from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.codes_found import CodesFound
from ...types import File, FileTypes
from io import BytesIO
from typing import cast



def _get_kwargs(
    gift_id: int,
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
        "url": "/api/gifts/{gift_id}/codes".format(gift_id=quote(str(gift_id), safe=""),),
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CodesFound | None:
    if response.status_code == 200:
        response_200 = CodesFound.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CodesFound]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> Response[CodesFound]:
    """ Add Codes

     Send a list as the body: a code a line, or CSV or .xlsx with codes in the first column.

    Up to 1,000,000 lines. What is in already, twice, empty or no code is counted and left out, so
    a file can be sent again. 404 `gifts.unknown`; 413 `gifts.codes_too_many`; 422
    `gifts.bad_codes`, `gifts.bad`.

    Args:
        gift_id (int):
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodesFound]
     """


    kwargs = _get_kwargs(
        gift_id=gift_id,
body=body,
name=name,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> CodesFound | None:
    """ Add Codes

     Send a list as the body: a code a line, or CSV or .xlsx with codes in the first column.

    Up to 1,000,000 lines. What is in already, twice, empty or no code is counted and left out, so
    a file can be sent again. 404 `gifts.unknown`; 413 `gifts.codes_too_many`; 422
    `gifts.bad_codes`, `gifts.bad`.

    Args:
        gift_id (int):
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodesFound
     """


    return sync_detailed(
        gift_id=gift_id,
client=client,
body=body,
name=name,

    ).parsed

async def asyncio_detailed(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> Response[CodesFound]:
    """ Add Codes

     Send a list as the body: a code a line, or CSV or .xlsx with codes in the first column.

    Up to 1,000,000 lines. What is in already, twice, empty or no code is counted and left out, so
    a file can be sent again. 404 `gifts.unknown`; 413 `gifts.codes_too_many`; 422
    `gifts.bad_codes`, `gifts.bad`.

    Args:
        gift_id (int):
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodesFound]
     """


    kwargs = _get_kwargs(
        gift_id=gift_id,
body=body,
name=name,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    gift_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,

) -> CodesFound | None:
    """ Add Codes

     Send a list as the body: a code a line, or CSV or .xlsx with codes in the first column.

    Up to 1,000,000 lines. What is in already, twice, empty or no code is counted and left out, so
    a file can be sent again. 404 `gifts.unknown`; 413 `gifts.codes_too_many`; 422
    `gifts.bad_codes`, `gifts.bad`.

    Args:
        gift_id (int):
        name (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodesFound
     """


    return (await asyncio_detailed(
        gift_id=gift_id,
client=client,
body=body,
name=name,

    )).parsed
