from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.view_change import ViewChange
from ...models.view_read import ViewRead
from typing import cast



def _get_kwargs(
    view_id: int,
    *,
    body: ViewChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/views/{view_id}".format(view_id=quote(str(view_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ViewRead | None:
    if response.status_code == 200:
        response_200 = ViewRead.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ViewRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    view_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ViewChange,

) -> Response[ViewRead]:
    """ Change View

     Change a view.

    404 `views.unknown`; 403 `views.shared`; 409 `views.changed_meanwhile`; 422 `views.name_taken`.

    Args:
        view_id (int):
        body (ViewChange): A view as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ViewRead]
     """


    kwargs = _get_kwargs(
        view_id=view_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    view_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ViewChange,

) -> ViewRead | None:
    """ Change View

     Change a view.

    404 `views.unknown`; 403 `views.shared`; 409 `views.changed_meanwhile`; 422 `views.name_taken`.

    Args:
        view_id (int):
        body (ViewChange): A view as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ViewRead
     """


    return sync_detailed(
        view_id=view_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    view_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ViewChange,

) -> Response[ViewRead]:
    """ Change View

     Change a view.

    404 `views.unknown`; 403 `views.shared`; 409 `views.changed_meanwhile`; 422 `views.name_taken`.

    Args:
        view_id (int):
        body (ViewChange): A view as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ViewRead]
     """


    kwargs = _get_kwargs(
        view_id=view_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    view_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: ViewChange,

) -> ViewRead | None:
    """ Change View

     Change a view.

    404 `views.unknown`; 403 `views.shared`; 409 `views.changed_meanwhile`; 422 `views.name_taken`.

    Args:
        view_id (int):
        body (ViewChange): A view as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ViewRead
     """


    return (await asyncio_detailed(
        view_id=view_id,
client=client,
body=body,

    )).parsed
