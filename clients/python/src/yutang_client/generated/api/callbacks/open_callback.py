from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.raw_callback import RawCallback
from typing import cast



def _get_kwargs(
    callback_id: int,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/callbacks/{callback_id}/raw".format(callback_id=quote(str(callback_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RawCallback | None:
    if response.status_code == 200:
        response_200 = RawCallback.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RawCallback]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    callback_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RawCallback]:
    """ Open Callback

     One callback as it came, codes and contact data included; opening it is audited.

    404 `callbacks.unknown`.

    Args:
        callback_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RawCallback]
     """


    kwargs = _get_kwargs(
        callback_id=callback_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    callback_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RawCallback | None:
    """ Open Callback

     One callback as it came, codes and contact data included; opening it is audited.

    404 `callbacks.unknown`.

    Args:
        callback_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RawCallback
     """


    return sync_detailed(
        callback_id=callback_id,
client=client,

    ).parsed

async def asyncio_detailed(
    callback_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> Response[RawCallback]:
    """ Open Callback

     One callback as it came, codes and contact data included; opening it is audited.

    404 `callbacks.unknown`.

    Args:
        callback_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RawCallback]
     """


    kwargs = _get_kwargs(
        callback_id=callback_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    callback_id: int,
    *,
    client: AuthenticatedClient | Client,

) -> RawCallback | None:
    """ Open Callback

     One callback as it came, codes and contact data included; opening it is audited.

    404 `callbacks.unknown`.

    Args:
        callback_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RawCallback
     """


    return (await asyncio_detailed(
        callback_id=callback_id,
client=client,

    )).parsed
