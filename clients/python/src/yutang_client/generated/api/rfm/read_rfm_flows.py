from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rfm_flows import RfmFlows
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    before: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_before: int | None | Unset
    if isinstance(before, Unset):
        json_before = UNSET
    else:
        json_before = before
    params["before"] = json_before


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/rfm/flows",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RfmFlows | None:
    if response.status_code == 200:
        response_200 = RfmFlows.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RfmFlows]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    before: int | None | Unset = UNSET,

) -> Response[RfmFlows]:
    """ Read Rfm Flows

     Who went from which class into which: from run `before`, else from the one before, to now.

    404 `rfm.unknown_run` where the classes of that run are no longer kept (14 are).

    Args:
        before (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmFlows]
     """


    kwargs = _get_kwargs(
        before=before,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    before: int | None | Unset = UNSET,

) -> RfmFlows | None:
    """ Read Rfm Flows

     Who went from which class into which: from run `before`, else from the one before, to now.

    404 `rfm.unknown_run` where the classes of that run are no longer kept (14 are).

    Args:
        before (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmFlows
     """


    return sync_detailed(
        client=client,
before=before,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    before: int | None | Unset = UNSET,

) -> Response[RfmFlows]:
    """ Read Rfm Flows

     Who went from which class into which: from run `before`, else from the one before, to now.

    404 `rfm.unknown_run` where the classes of that run are no longer kept (14 are).

    Args:
        before (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmFlows]
     """


    kwargs = _get_kwargs(
        before=before,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    before: int | None | Unset = UNSET,

) -> RfmFlows | None:
    """ Read Rfm Flows

     Who went from which class into which: from run `before`, else from the one before, to now.

    404 `rfm.unknown_run` where the classes of that run are no longer kept (14 are).

    Args:
        before (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmFlows
     """


    return (await asyncio_detailed(
        client=client,
before=before,

    )).parsed
