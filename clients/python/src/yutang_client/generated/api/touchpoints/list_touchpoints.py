from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_touchpoints_gap_type_0 import ListTouchpointsGapType0
from ...models.list_touchpoints_kind_type_0 import ListTouchpointsKindType0
from ...models.list_touchpoints_standing import ListTouchpointsStanding
from ...models.touchpoint_list import TouchpointList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str | Unset = '',
    kind: ListTouchpointsKindType0 | None | Unset = UNSET,
    gap: ListTouchpointsGapType0 | None | Unset = UNSET,
    standing: ListTouchpointsStanding | Unset = ListTouchpointsStanding.NOW,
    silent_days: int | Unset = 14,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, ListTouchpointsKindType0):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_gap: None | str | Unset
    if isinstance(gap, Unset):
        json_gap = UNSET
    elif isinstance(gap, ListTouchpointsGapType0):
        json_gap = gap.value
    else:
        json_gap = gap
    params["gap"] = json_gap

    json_standing: str | Unset = UNSET
    if not isinstance(standing, Unset):
        json_standing = standing.value

    params["standing"] = json_standing

    params["silent_days"] = silent_days


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/touchpoints",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TouchpointList | None:
    if response.status_code == 200:
        response_200 = TouchpointList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TouchpointList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTouchpointsKindType0 | None | Unset = UNSET,
    gap: ListTouchpointsGapType0 | None | Unset = UNSET,
    standing: ListTouchpointsStanding | Unset = ListTouchpointsStanding.NOW,
    silent_days: int | Unset = 14,

) -> Response[TouchpointList]:
    """ List Touchpoints

     The register, the newest first, with gaps and what came of each.

    `silent` are those with a code and no add for `silent_days`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTouchpointsKindType0 | None | Unset):
        gap (ListTouchpointsGapType0 | None | Unset):
        standing (ListTouchpointsStanding | Unset):  Default: ListTouchpointsStanding.NOW.
        silent_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TouchpointList]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
gap=gap,
standing=standing,
silent_days=silent_days,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTouchpointsKindType0 | None | Unset = UNSET,
    gap: ListTouchpointsGapType0 | None | Unset = UNSET,
    standing: ListTouchpointsStanding | Unset = ListTouchpointsStanding.NOW,
    silent_days: int | Unset = 14,

) -> TouchpointList | None:
    """ List Touchpoints

     The register, the newest first, with gaps and what came of each.

    `silent` are those with a code and no add for `silent_days`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTouchpointsKindType0 | None | Unset):
        gap (ListTouchpointsGapType0 | None | Unset):
        standing (ListTouchpointsStanding | Unset):  Default: ListTouchpointsStanding.NOW.
        silent_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TouchpointList
     """


    return sync_detailed(
        client=client,
q=q,
kind=kind,
gap=gap,
standing=standing,
silent_days=silent_days,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTouchpointsKindType0 | None | Unset = UNSET,
    gap: ListTouchpointsGapType0 | None | Unset = UNSET,
    standing: ListTouchpointsStanding | Unset = ListTouchpointsStanding.NOW,
    silent_days: int | Unset = 14,

) -> Response[TouchpointList]:
    """ List Touchpoints

     The register, the newest first, with gaps and what came of each.

    `silent` are those with a code and no add for `silent_days`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTouchpointsKindType0 | None | Unset):
        gap (ListTouchpointsGapType0 | None | Unset):
        standing (ListTouchpointsStanding | Unset):  Default: ListTouchpointsStanding.NOW.
        silent_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TouchpointList]
     """


    kwargs = _get_kwargs(
        q=q,
kind=kind,
gap=gap,
standing=standing,
silent_days=silent_days,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = '',
    kind: ListTouchpointsKindType0 | None | Unset = UNSET,
    gap: ListTouchpointsGapType0 | None | Unset = UNSET,
    standing: ListTouchpointsStanding | Unset = ListTouchpointsStanding.NOW,
    silent_days: int | Unset = 14,

) -> TouchpointList | None:
    """ List Touchpoints

     The register, the newest first, with gaps and what came of each.

    `silent` are those with a code and no add for `silent_days`.

    Args:
        q (str | Unset):  Default: ''.
        kind (ListTouchpointsKindType0 | None | Unset):
        gap (ListTouchpointsGapType0 | None | Unset):
        standing (ListTouchpointsStanding | Unset):  Default: ListTouchpointsStanding.NOW.
        silent_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TouchpointList
     """


    return (await asyncio_detailed(
        client=client,
q=q,
kind=kind,
gap=gap,
standing=standing,
silent_days=silent_days,

    )).parsed
