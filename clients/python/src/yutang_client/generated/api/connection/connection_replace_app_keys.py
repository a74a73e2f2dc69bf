from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.app_keys import AppKeys
from typing import cast



def _get_kwargs(
    agent_id: int,
    *,
    body: AppKeys,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/wecom/connection/apps/{agent_id}".format(agent_id=quote(str(agent_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 204:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    agent_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: AppKeys,

) -> Response[Any]:
    """ Replace App Keys

     Replace an app's secret, callback token or EncodingAESKey; what is left out stays.

    Every process uses them within 30 s. 422 `corps.bad_callback_key`, `corps.bad_callback_token`,
    `corps.nothing_to_replace`; 404 `corps.unknown`.

    Args:
        agent_id (int):
        body (AppKeys): What WeCom's console now shows for an app; what is left out stays as it
            is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        agent_id=agent_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    agent_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: AppKeys,

) -> Response[Any]:
    """ Replace App Keys

     Replace an app's secret, callback token or EncodingAESKey; what is left out stays.

    Every process uses them within 30 s. 422 `corps.bad_callback_key`, `corps.bad_callback_token`,
    `corps.nothing_to_replace`; 404 `corps.unknown`.

    Args:
        agent_id (int):
        body (AppKeys): What WeCom's console now shows for an app; what is left out stays as it
            is.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        agent_id=agent_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

