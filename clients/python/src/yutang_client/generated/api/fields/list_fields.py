from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.field_list import FieldList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    archived: bool | Unset = False,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["archived"] = archived


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/fields",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FieldList | None:
    if response.status_code == 200:
        response_200 = FieldList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FieldList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    archived: bool | Unset = False,

) -> Response[FieldList]:
    """ List Fields

     Fields in their order that the reader's role sees; `archived` adds hidden ones, last.

    Args:
        archived (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldList]
     """


    kwargs = _get_kwargs(
        archived=archived,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    archived: bool | Unset = False,

) -> FieldList | None:
    """ List Fields

     Fields in their order that the reader's role sees; `archived` adds hidden ones, last.

    Args:
        archived (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldList
     """


    return sync_detailed(
        client=client,
archived=archived,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    archived: bool | Unset = False,

) -> Response[FieldList]:
    """ List Fields

     Fields in their order that the reader's role sees; `archived` adds hidden ones, last.

    Args:
        archived (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldList]
     """


    kwargs = _get_kwargs(
        archived=archived,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    archived: bool | Unset = False,

) -> FieldList | None:
    """ List Fields

     Fields in their order that the reader's role sees; `archived` adds hidden ones, last.

    Args:
        archived (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldList
     """


    return (await asyncio_detailed(
        client=client,
archived=archived,

    )).parsed
