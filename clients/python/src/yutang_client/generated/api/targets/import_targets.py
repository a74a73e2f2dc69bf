from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.import_targets_kept_days import ImportTargetsKeptDays
from ...models.import_targets_kind import ImportTargetsKind
from ...models.import_targets_lang import ImportTargetsLang
from ...models.sheet_findings import SheetFindings
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO
from typing import cast
import datetime



def _get_kwargs(
    *,
    body: File,
    name: str,
    lang: ImportTargetsLang | Unset = ImportTargetsLang.ZH_CN,
    write: bool | Unset = False,
    first: datetime.date,
    last: datetime.date,
    kind: ImportTargetsKind | Unset = ImportTargetsKind.STAFF,
    kept_days: ImportTargetsKeptDays | Unset = ImportTargetsKeptDays.VALUE_0,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    params["name"] = name

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    params["write"] = write

    json_first = first.isoformat()
    params["first"] = json_first

    json_last = last.isoformat()
    params["last"] = json_last

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_kept_days: str | Unset = UNSET
    if not isinstance(kept_days, Unset):
        json_kept_days = kept_days.value

    params["kept_days"] = json_kept_days


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/targets/import",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SheetFindings | None:
    if response.status_code == 200:
        response_200 = SheetFindings.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SheetFindings]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    lang: ImportTargetsLang | Unset = ImportTargetsLang.ZH_CN,
    write: bool | Unset = False,
    first: datetime.date,
    last: datetime.date,
    kind: ImportTargetsKind | Unset = ImportTargetsKind.STAFF,
    kept_days: ImportTargetsKeptDays | Unset = ImportTargetsKeptDays.VALUE_0,

) -> Response[SheetFindings]:
    """ Import Targets

     Send a CSV or Excel (.xlsx) file of at most 2,000 targets as the body.

    `kind`, `first`, `last` and `kept_days` are for rows that do not say their own. Without `write`
    nothing changes: what would, and what is wrong in which row. With it all rows are written or
    none: 422 `targets.rows`. 422 `targets.sheet`, 413 `targets.sheet_too_large`.

    Args:
        name (str):
        lang (ImportTargetsLang | Unset):  Default: ImportTargetsLang.ZH_CN.
        write (bool | Unset):  Default: False.
        first (datetime.date):
        last (datetime.date):
        kind (ImportTargetsKind | Unset):  Default: ImportTargetsKind.STAFF.
        kept_days (ImportTargetsKeptDays | Unset):  Default: ImportTargetsKeptDays.VALUE_0.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SheetFindings]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,
lang=lang,
write=write,
first=first,
last=last,
kind=kind,
kept_days=kept_days,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    lang: ImportTargetsLang | Unset = ImportTargetsLang.ZH_CN,
    write: bool | Unset = False,
    first: datetime.date,
    last: datetime.date,
    kind: ImportTargetsKind | Unset = ImportTargetsKind.STAFF,
    kept_days: ImportTargetsKeptDays | Unset = ImportTargetsKeptDays.VALUE_0,

) -> SheetFindings | None:
    """ Import Targets

     Send a CSV or Excel (.xlsx) file of at most 2,000 targets as the body.

    `kind`, `first`, `last` and `kept_days` are for rows that do not say their own. Without `write`
    nothing changes: what would, and what is wrong in which row. With it all rows are written or
    none: 422 `targets.rows`. 422 `targets.sheet`, 413 `targets.sheet_too_large`.

    Args:
        name (str):
        lang (ImportTargetsLang | Unset):  Default: ImportTargetsLang.ZH_CN.
        write (bool | Unset):  Default: False.
        first (datetime.date):
        last (datetime.date):
        kind (ImportTargetsKind | Unset):  Default: ImportTargetsKind.STAFF.
        kept_days (ImportTargetsKeptDays | Unset):  Default: ImportTargetsKeptDays.VALUE_0.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SheetFindings
     """


    return sync_detailed(
        client=client,
body=body,
name=name,
lang=lang,
write=write,
first=first,
last=last,
kind=kind,
kept_days=kept_days,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    lang: ImportTargetsLang | Unset = ImportTargetsLang.ZH_CN,
    write: bool | Unset = False,
    first: datetime.date,
    last: datetime.date,
    kind: ImportTargetsKind | Unset = ImportTargetsKind.STAFF,
    kept_days: ImportTargetsKeptDays | Unset = ImportTargetsKeptDays.VALUE_0,

) -> Response[SheetFindings]:
    """ Import Targets

     Send a CSV or Excel (.xlsx) file of at most 2,000 targets as the body.

    `kind`, `first`, `last` and `kept_days` are for rows that do not say their own. Without `write`
    nothing changes: what would, and what is wrong in which row. With it all rows are written or
    none: 422 `targets.rows`. 422 `targets.sheet`, 413 `targets.sheet_too_large`.

    Args:
        name (str):
        lang (ImportTargetsLang | Unset):  Default: ImportTargetsLang.ZH_CN.
        write (bool | Unset):  Default: False.
        first (datetime.date):
        last (datetime.date):
        kind (ImportTargetsKind | Unset):  Default: ImportTargetsKind.STAFF.
        kept_days (ImportTargetsKeptDays | Unset):  Default: ImportTargetsKeptDays.VALUE_0.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SheetFindings]
     """


    kwargs = _get_kwargs(
        body=body,
name=name,
lang=lang,
write=write,
first=first,
last=last,
kind=kind,
kept_days=kept_days,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    name: str,
    lang: ImportTargetsLang | Unset = ImportTargetsLang.ZH_CN,
    write: bool | Unset = False,
    first: datetime.date,
    last: datetime.date,
    kind: ImportTargetsKind | Unset = ImportTargetsKind.STAFF,
    kept_days: ImportTargetsKeptDays | Unset = ImportTargetsKeptDays.VALUE_0,

) -> SheetFindings | None:
    """ Import Targets

     Send a CSV or Excel (.xlsx) file of at most 2,000 targets as the body.

    `kind`, `first`, `last` and `kept_days` are for rows that do not say their own. Without `write`
    nothing changes: what would, and what is wrong in which row. With it all rows are written or
    none: 422 `targets.rows`. 422 `targets.sheet`, 413 `targets.sheet_too_large`.

    Args:
        name (str):
        lang (ImportTargetsLang | Unset):  Default: ImportTargetsLang.ZH_CN.
        write (bool | Unset):  Default: False.
        first (datetime.date):
        last (datetime.date):
        kind (ImportTargetsKind | Unset):  Default: ImportTargetsKind.STAFF.
        kept_days (ImportTargetsKeptDays | Unset):  Default: ImportTargetsKeptDays.VALUE_0.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SheetFindings
     """


    return (await asyncio_detailed(
        client=client,
body=body,
name=name,
lang=lang,
write=write,
first=first,
last=last,
kind=kind,
kept_days=kept_days,

    )).parsed
