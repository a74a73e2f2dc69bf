from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.double_preview import DoublePreview
from ...models.double_rules import DoubleRules
from typing import cast



def _get_kwargs(
    *,
    body: DoubleRules,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-doubles/preview",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DoublePreview | None:
    if response.status_code == 200:
        response_200 = DoublePreview.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DoublePreview]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DoubleRules,

) -> Response[DoublePreview]:
    """ Preview Doubles

     How many persons, seats and owners a plan would ask for; nothing is kept.

    Args:
        body (DoubleRules): Who counts as doubled: in at least `least` groups of one kind, of one
            tier, or of any.

            He stays where he has been longest (oldest), or in the highest tier (core, transit, pond,
            none),
            of several where he has been longest.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoublePreview]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: DoubleRules,

) -> DoublePreview | None:
    """ Preview Doubles

     How many persons, seats and owners a plan would ask for; nothing is kept.

    Args:
        body (DoubleRules): Who counts as doubled: in at least `least` groups of one kind, of one
            tier, or of any.

            He stays where he has been longest (oldest), or in the highest tier (core, transit, pond,
            none),
            of several where he has been longest.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoublePreview
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DoubleRules,

) -> Response[DoublePreview]:
    """ Preview Doubles

     How many persons, seats and owners a plan would ask for; nothing is kept.

    Args:
        body (DoubleRules): Who counts as doubled: in at least `least` groups of one kind, of one
            tier, or of any.

            He stays where he has been longest (oldest), or in the highest tier (core, transit, pond,
            none),
            of several where he has been longest.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoublePreview]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: DoubleRules,

) -> DoublePreview | None:
    """ Preview Doubles

     How many persons, seats and owners a plan would ask for; nothing is kept.

    Args:
        body (DoubleRules): Who counts as doubled: in at least `least` groups of one kind, of one
            tier, or of any.

            He stays where he has been longest (oldest), or in the highest tier (core, transit, pond,
            none),
            of several where he has been longest.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoublePreview
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
