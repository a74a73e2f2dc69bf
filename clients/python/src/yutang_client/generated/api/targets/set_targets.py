from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_targets import NewTargets
from ...models.targets_set import TargetsSet
from typing import cast



def _get_kwargs(
    *,
    body: NewTargets,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/targets",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TargetsSet | None:
    if response.status_code == 201:
        response_201 = TargetsSet.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TargetsSet]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewTargets,

) -> Response[TargetsSet]:
    """ Set Targets

     Set targets of one period, all or none; one of the same days is replaced.

    422 `targets.unknown_holder` names whom it did not find; `targets.bad_span`.

    Args:
        body (NewTargets): Targets of one period; who has one of the same days gets the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetsSet]
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
    body: NewTargets,

) -> TargetsSet | None:
    """ Set Targets

     Set targets of one period, all or none; one of the same days is replaced.

    422 `targets.unknown_holder` names whom it did not find; `targets.bad_span`.

    Args:
        body (NewTargets): Targets of one period; who has one of the same days gets the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetsSet
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewTargets,

) -> Response[TargetsSet]:
    """ Set Targets

     Set targets of one period, all or none; one of the same days is replaced.

    422 `targets.unknown_holder` names whom it did not find; `targets.bad_span`.

    Args:
        body (NewTargets): Targets of one period; who has one of the same days gets the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetsSet]
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
    body: NewTargets,

) -> TargetsSet | None:
    """ Set Targets

     Set targets of one period, all or none; one of the same days is replaced.

    422 `targets.unknown_holder` names whom it did not find; `targets.bad_span`.

    Args:
        body (NewTargets): Targets of one period; who has one of the same days gets the new one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetsSet
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
