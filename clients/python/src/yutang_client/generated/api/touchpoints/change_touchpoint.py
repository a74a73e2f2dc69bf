from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.touchpoint_change import TouchpointChange
from ...models.touchpoint_read import TouchpointRead
from typing import cast



def _get_kwargs(
    touchpoint_id: int,
    *,
    body: TouchpointChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/touchpoints/{touchpoint_id}".format(touchpoint_id=quote(str(touchpoint_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TouchpointRead | None:
    if response.status_code == 200:
        response_200 = TouchpointRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TouchpointRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    touchpoint_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TouchpointChange,

) -> Response[TouchpointRead]:
    """ Change Touchpoint

     Change one.

    404 `touchpoints.unknown`, 409 `touchpoints.changed_meanwhile`, 422 `touchpoints.bad`.

    Args:
        touchpoint_id (int):
        body (TouchpointChange): The same of the version that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TouchpointRead]
     """


    kwargs = _get_kwargs(
        touchpoint_id=touchpoint_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    touchpoint_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TouchpointChange,

) -> TouchpointRead | None:
    """ Change Touchpoint

     Change one.

    404 `touchpoints.unknown`, 409 `touchpoints.changed_meanwhile`, 422 `touchpoints.bad`.

    Args:
        touchpoint_id (int):
        body (TouchpointChange): The same of the version that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TouchpointRead
     """


    return sync_detailed(
        touchpoint_id=touchpoint_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    touchpoint_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TouchpointChange,

) -> Response[TouchpointRead]:
    """ Change Touchpoint

     Change one.

    404 `touchpoints.unknown`, 409 `touchpoints.changed_meanwhile`, 422 `touchpoints.bad`.

    Args:
        touchpoint_id (int):
        body (TouchpointChange): The same of the version that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TouchpointRead]
     """


    kwargs = _get_kwargs(
        touchpoint_id=touchpoint_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    touchpoint_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: TouchpointChange,

) -> TouchpointRead | None:
    """ Change Touchpoint

     Change one.

    404 `touchpoints.unknown`, 409 `touchpoints.changed_meanwhile`, 422 `touchpoints.bad`.

    Args:
        touchpoint_id (int):
        body (TouchpointChange): The same of the version that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TouchpointRead
     """


    return (await asyncio_detailed(
        touchpoint_id=touchpoint_id,
client=client,
body=body,

    )).parsed
