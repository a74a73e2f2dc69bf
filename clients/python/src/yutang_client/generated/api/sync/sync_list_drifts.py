from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.drift_page import DriftPage
from ...models.sync_list_drifts_kind_type_0 import SyncListDriftsKindType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    kind: None | SyncListDriftsKindType0 | Unset = UNSET,
    run_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, SyncListDriftsKindType0):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_run_id: int | None | Unset
    if isinstance(run_id, Unset):
        json_run_id = UNSET
    else:
        json_run_id = run_id
    params["run_id"] = json_run_id

    json_after: None | str | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/sync/drifts",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DriftPage | None:
    if response.status_code == 200:
        response_200 = DriftPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DriftPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: None | SyncListDriftsKindType0 | Unset = UNSET,
    run_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[DriftPage]:
    """ List Drifts

     What readings found to differ from what callbacks had told, newest first.

    What reading cannot find is not among them: that a customer deleted a member whose callback
    was lost, for WeCom goes on showing him.

    Args:
        kind (None | SyncListDriftsKindType0 | Unset):
        run_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DriftPage]
     """


    kwargs = _get_kwargs(
        kind=kind,
run_id=run_id,
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
    kind: None | SyncListDriftsKindType0 | Unset = UNSET,
    run_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> DriftPage | None:
    """ List Drifts

     What readings found to differ from what callbacks had told, newest first.

    What reading cannot find is not among them: that a customer deleted a member whose callback
    was lost, for WeCom goes on showing him.

    Args:
        kind (None | SyncListDriftsKindType0 | Unset):
        run_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DriftPage
     """


    return sync_detailed(
        client=client,
kind=kind,
run_id=run_id,
after=after,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: None | SyncListDriftsKindType0 | Unset = UNSET,
    run_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[DriftPage]:
    """ List Drifts

     What readings found to differ from what callbacks had told, newest first.

    What reading cannot find is not among them: that a customer deleted a member whose callback
    was lost, for WeCom goes on showing him.

    Args:
        kind (None | SyncListDriftsKindType0 | Unset):
        run_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DriftPage]
     """


    kwargs = _get_kwargs(
        kind=kind,
run_id=run_id,
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
    kind: None | SyncListDriftsKindType0 | Unset = UNSET,
    run_id: int | None | Unset = UNSET,
    after: None | str | Unset = UNSET,
    limit: int | Unset = 50,

) -> DriftPage | None:
    """ List Drifts

     What readings found to differ from what callbacks had told, newest first.

    What reading cannot find is not among them: that a customer deleted a member whose callback
    was lost, for WeCom goes on showing him.

    Args:
        kind (None | SyncListDriftsKindType0 | Unset):
        run_id (int | None | Unset):
        after (None | str | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DriftPage
     """


    return (await asyncio_detailed(
        client=client,
kind=kind,
run_id=run_id,
after=after,
limit=limit,

    )).parsed
