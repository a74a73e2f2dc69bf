from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.owner_sheet import OwnerSheet
from ...models.staff_pages_read_own_sheet_kind import StaffPagesReadOwnSheetKind
from typing import cast



def _get_kwargs(
    *,
    kind: StaffPagesReadOwnSheetKind,
    of: int,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind = kind.value
    params["kind"] = json_kind

    params["of"] = of


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/watch",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OwnerSheet | None:
    if response.status_code == 200:
        response_200 = OwnerSheet.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OwnerSheet]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: StaffPagesReadOwnSheetKind,
    of: int,

) -> Response[OwnerSheet]:
    """ Read Own Sheet

     Why the member was asked, text to paste, and whom it is about, with who is done.

    `of` is the group of a silence, the plan of doubles, the renewal, or the group code whose next
    group is to be opened. 404 `groups.unknown`, `groupwatch.unknown_plan`,
    `groupwatch.unknown_renewal`, `groupcodes.unknown`.

    Args:
        kind (StaffPagesReadOwnSheetKind):
        of (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnerSheet]
     """


    kwargs = _get_kwargs(
        kind=kind,
of=of,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    kind: StaffPagesReadOwnSheetKind,
    of: int,

) -> OwnerSheet | None:
    """ Read Own Sheet

     Why the member was asked, text to paste, and whom it is about, with who is done.

    `of` is the group of a silence, the plan of doubles, the renewal, or the group code whose next
    group is to be opened. 404 `groups.unknown`, `groupwatch.unknown_plan`,
    `groupwatch.unknown_renewal`, `groupcodes.unknown`.

    Args:
        kind (StaffPagesReadOwnSheetKind):
        of (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnerSheet
     """


    return sync_detailed(
        client=client,
kind=kind,
of=of,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: StaffPagesReadOwnSheetKind,
    of: int,

) -> Response[OwnerSheet]:
    """ Read Own Sheet

     Why the member was asked, text to paste, and whom it is about, with who is done.

    `of` is the group of a silence, the plan of doubles, the renewal, or the group code whose next
    group is to be opened. 404 `groups.unknown`, `groupwatch.unknown_plan`,
    `groupwatch.unknown_renewal`, `groupcodes.unknown`.

    Args:
        kind (StaffPagesReadOwnSheetKind):
        of (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnerSheet]
     """


    kwargs = _get_kwargs(
        kind=kind,
of=of,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    kind: StaffPagesReadOwnSheetKind,
    of: int,

) -> OwnerSheet | None:
    """ Read Own Sheet

     Why the member was asked, text to paste, and whom it is about, with who is done.

    `of` is the group of a silence, the plan of doubles, the renewal, or the group code whose next
    group is to be opened. 404 `groups.unknown`, `groupwatch.unknown_plan`,
    `groupwatch.unknown_renewal`, `groupcodes.unknown`.

    Args:
        kind (StaffPagesReadOwnSheetKind):
        of (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnerSheet
     """


    return (await asyncio_detailed(
        client=client,
kind=kind,
of=of,

    )).parsed
