from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.decision import Decision
from typing import cast



def _get_kwargs(
    deed_id: int,
    *,
    body: Decision,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/wecom/deeds/{deed_id}/decision".format(deed_id=quote(str(deed_id), safe=""),),
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
    deed_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Decision,

) -> Response[Any]:
    """ Decide Deed

     Say what WeCom's console shows: made (with its id where known), or not made.

    What was not made is asked for again when its feature next tries. 404 `deeds.unknown`; 409
    `deeds.nothing_to_decide`; 422 `deeds.missing_id`, `deeds.taken_result`.

    Args:
        deed_id (int):
        body (Decision): What somebody saw in WeCom's console: `made` with the id WeCom gave it,
            or nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        deed_id=deed_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    deed_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: Decision,

) -> Response[Any]:
    """ Decide Deed

     Say what WeCom's console shows: made (with its id where known), or not made.

    What was not made is asked for again when its feature next tries. 404 `deeds.unknown`; 409
    `deeds.nothing_to_decide`; 422 `deeds.missing_id`, `deeds.taken_result`.

    Args:
        deed_id (int):
        body (Decision): What somebody saw in WeCom's console: `made` with the id WeCom gave it,
            or nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        deed_id=deed_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

