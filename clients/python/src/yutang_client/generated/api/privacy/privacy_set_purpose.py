from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.purpose_change import PurposeChange
from ...models.purpose_list import PurposeList
from typing import cast



def _get_kwargs(
    key: str,
    *,
    body: PurposeChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/privacy/purposes/{key}".format(key=quote(str(key), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PurposeList | None:
    if response.status_code == 200:
        response_200 = PurposeList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PurposeList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: PurposeChange,

) -> Response[PurposeList]:
    """ Set Purpose

     Set a purpose, or make one; another notice becomes its next version.

    422 `consents.built_in` (those of Yutang itself cannot be archived).

    Args:
        key (str):
        body (PurposeChange): What a purpose shall be; a notice that differs becomes its next
            version.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PurposeList]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: PurposeChange,

) -> PurposeList | None:
    """ Set Purpose

     Set a purpose, or make one; another notice becomes its next version.

    422 `consents.built_in` (those of Yutang itself cannot be archived).

    Args:
        key (str):
        body (PurposeChange): What a purpose shall be; a notice that differs becomes its next
            version.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PurposeList
     """


    return sync_detailed(
        key=key,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: PurposeChange,

) -> Response[PurposeList]:
    """ Set Purpose

     Set a purpose, or make one; another notice becomes its next version.

    422 `consents.built_in` (those of Yutang itself cannot be archived).

    Args:
        key (str):
        body (PurposeChange): What a purpose shall be; a notice that differs becomes its next
            version.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PurposeList]
     """


    kwargs = _get_kwargs(
        key=key,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    key: str,
    *,
    client: AuthenticatedClient | Client,
    body: PurposeChange,

) -> PurposeList | None:
    """ Set Purpose

     Set a purpose, or make one; another notice becomes its next version.

    422 `consents.built_in` (those of Yutang itself cannot be archived).

    Args:
        key (str):
        body (PurposeChange): What a purpose shall be; a notice that differs becomes its next
            version.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PurposeList
     """


    return (await asyncio_detailed(
        key=key,
client=client,
body=body,

    )).parsed
