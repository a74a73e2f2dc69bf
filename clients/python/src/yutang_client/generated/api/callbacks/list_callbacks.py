from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.callback_page import CallbackPage
from ...models.list_callbacks_status_type_0 import ListCallbacksStatusType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    status: ListCallbacksStatusType0 | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, ListCallbacksStatusType0):
        json_status = status.value
    else:
        json_status = status
    params["status"] = json_status

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/callbacks",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CallbackPage | None:
    if response.status_code == 200:
        response_200 = CallbackPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CallbackPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: ListCallbacksStatusType0 | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[CallbackPage]:
    """ List Callbacks

     Stored callbacks, newest first, with codes and contact data hidden.

    Args:
        status (ListCallbacksStatusType0 | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackPage]
     """


    kwargs = _get_kwargs(
        status=status,
after=after,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    status: ListCallbacksStatusType0 | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> CallbackPage | None:
    """ List Callbacks

     Stored callbacks, newest first, with codes and contact data hidden.

    Args:
        status (ListCallbacksStatusType0 | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackPage
     """


    return sync_detailed(
        client=client,
status=status,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: ListCallbacksStatusType0 | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[CallbackPage]:
    """ List Callbacks

     Stored callbacks, newest first, with codes and contact data hidden.

    Args:
        status (ListCallbacksStatusType0 | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackPage]
     """


    kwargs = _get_kwargs(
        status=status,
after=after,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    status: ListCallbacksStatusType0 | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,

) -> CallbackPage | None:
    """ List Callbacks

     Stored callbacks, newest first, with codes and contact data hidden.

    Args:
        status (ListCallbacksStatusType0 | None | Unset):
        after (int | None | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackPage
     """


    return (await asyncio_detailed(
        client=client,
status=status,
after=after,
limit=limit,

    )).parsed
