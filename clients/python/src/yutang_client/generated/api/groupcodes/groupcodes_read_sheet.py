from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.groupcodes_read_sheet_kind import GroupcodesReadSheetKind
from ...models.groupcodes_read_sheet_size import GroupcodesReadSheetSize
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO



def _get_kwargs(
    code_id: int,
    kind: GroupcodesReadSheetKind,
    *,
    size: GroupcodesReadSheetSize | Unset = GroupcodesReadSheetSize.TABLE_CARD,
    title: str | Unset = '',
    caption: str | Unset = '',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_size: str | Unset = UNSET
    if not isinstance(size, Unset):
        json_size = size.value

    params["size"] = json_size

    params["title"] = title

    params["caption"] = caption


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/group-codes/{code_id}/sheet.{kind}".format(code_id=quote(str(code_id), safe=""),kind=quote(str(kind), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> File | None:
    if response.status_code == 200:
        response_200 = File(
             payload = BytesIO(response.content)
        )



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[File]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code_id: int,
    kind: GroupcodesReadSheetKind,
    *,
    client: AuthenticatedClient | Client,
    size: GroupcodesReadSheetSize | Unset = GroupcodesReadSheetSize.TABLE_CARD,
    title: str | Unset = '',
    caption: str | Unset = '',

) -> Response[File]:
    """ Read Sheet

     The code on a page for the print shop; sizes and words as with channel codes.

    404 `groupcodes.unknown`, 422 `channels.undrawable_text`.

    Args:
        code_id (int):
        kind (GroupcodesReadSheetKind):
        size (GroupcodesReadSheetSize | Unset):  Default: GroupcodesReadSheetSize.TABLE_CARD.
        title (str | Unset):  Default: ''.
        caption (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
kind=kind,
size=size,
title=title,
caption=caption,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    code_id: int,
    kind: GroupcodesReadSheetKind,
    *,
    client: AuthenticatedClient | Client,
    size: GroupcodesReadSheetSize | Unset = GroupcodesReadSheetSize.TABLE_CARD,
    title: str | Unset = '',
    caption: str | Unset = '',

) -> File | None:
    """ Read Sheet

     The code on a page for the print shop; sizes and words as with channel codes.

    404 `groupcodes.unknown`, 422 `channels.undrawable_text`.

    Args:
        code_id (int):
        kind (GroupcodesReadSheetKind):
        size (GroupcodesReadSheetSize | Unset):  Default: GroupcodesReadSheetSize.TABLE_CARD.
        title (str | Unset):  Default: ''.
        caption (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        code_id=code_id,
kind=kind,
client=client,
size=size,
title=title,
caption=caption,

    ).parsed

async def asyncio_detailed(
    code_id: int,
    kind: GroupcodesReadSheetKind,
    *,
    client: AuthenticatedClient | Client,
    size: GroupcodesReadSheetSize | Unset = GroupcodesReadSheetSize.TABLE_CARD,
    title: str | Unset = '',
    caption: str | Unset = '',

) -> Response[File]:
    """ Read Sheet

     The code on a page for the print shop; sizes and words as with channel codes.

    404 `groupcodes.unknown`, 422 `channels.undrawable_text`.

    Args:
        code_id (int):
        kind (GroupcodesReadSheetKind):
        size (GroupcodesReadSheetSize | Unset):  Default: GroupcodesReadSheetSize.TABLE_CARD.
        title (str | Unset):  Default: ''.
        caption (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        code_id=code_id,
kind=kind,
size=size,
title=title,
caption=caption,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    code_id: int,
    kind: GroupcodesReadSheetKind,
    *,
    client: AuthenticatedClient | Client,
    size: GroupcodesReadSheetSize | Unset = GroupcodesReadSheetSize.TABLE_CARD,
    title: str | Unset = '',
    caption: str | Unset = '',

) -> File | None:
    """ Read Sheet

     The code on a page for the print shop; sizes and words as with channel codes.

    404 `groupcodes.unknown`, 422 `channels.undrawable_text`.

    Args:
        code_id (int):
        kind (GroupcodesReadSheetKind):
        size (GroupcodesReadSheetSize | Unset):  Default: GroupcodesReadSheetSize.TABLE_CARD.
        title (str | Unset):  Default: ''.
        caption (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        code_id=code_id,
kind=kind,
client=client,
size=size,
title=title,
caption=caption,

    )).parsed
