from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.export_growth_by import ExportGrowthBy
from ...models.export_growth_lang import ExportGrowthLang
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO
from typing import cast
import datetime



def _get_kwargs(
    *,
    by: ExportGrowthBy | Unset = ExportGrowthBy.DAY,
    lang: ExportGrowthLang | Unset = ExportGrowthLang.ZH_CN,
    from_: datetime.date,
    to: datetime.date,
    channel_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_by: str | Unset = UNSET
    if not isinstance(by, Unset):
        json_by = by.value

    params["by"] = json_by

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_channel_id: int | None | Unset
    if isinstance(channel_id, Unset):
        json_channel_id = UNSET
    else:
        json_channel_id = channel_id
    params["channel_id"] = json_channel_id

    json_staff_id: int | None | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

    json_department_id: int | None | Unset
    if isinstance(department_id, Unset):
        json_department_id = UNSET
    else:
        json_department_id = department_id
    params["department_id"] = json_department_id

    json_store_id: int | None | Unset
    if isinstance(store_id, Unset):
        json_store_id = UNSET
    else:
        json_store_id = store_id
    params["store_id"] = json_store_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/growth/export.csv",
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
    *,
    client: AuthenticatedClient | Client,
    by: ExportGrowthBy | Unset = ExportGrowthBy.DAY,
    lang: ExportGrowthLang | Unset = ExportGrowthLang.ZH_CN,
    from_: datetime.date,
    to: datetime.date,
    channel_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> Response[File]:
    """ Export Growth

     All rows of the report as CSV; on record. 422 `growth.bad_span`.

    Args:
        by (ExportGrowthBy | Unset):  Default: ExportGrowthBy.DAY.
        lang (ExportGrowthLang | Unset):  Default: ExportGrowthLang.ZH_CN.
        from_ (datetime.date):
        to (datetime.date):
        channel_id (int | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        by=by,
lang=lang,
from_=from_,
to=to,
channel_id=channel_id,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    by: ExportGrowthBy | Unset = ExportGrowthBy.DAY,
    lang: ExportGrowthLang | Unset = ExportGrowthLang.ZH_CN,
    from_: datetime.date,
    to: datetime.date,
    channel_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> File | None:
    """ Export Growth

     All rows of the report as CSV; on record. 422 `growth.bad_span`.

    Args:
        by (ExportGrowthBy | Unset):  Default: ExportGrowthBy.DAY.
        lang (ExportGrowthLang | Unset):  Default: ExportGrowthLang.ZH_CN.
        from_ (datetime.date):
        to (datetime.date):
        channel_id (int | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        client=client,
by=by,
lang=lang,
from_=from_,
to=to,
channel_id=channel_id,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    by: ExportGrowthBy | Unset = ExportGrowthBy.DAY,
    lang: ExportGrowthLang | Unset = ExportGrowthLang.ZH_CN,
    from_: datetime.date,
    to: datetime.date,
    channel_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> Response[File]:
    """ Export Growth

     All rows of the report as CSV; on record. 422 `growth.bad_span`.

    Args:
        by (ExportGrowthBy | Unset):  Default: ExportGrowthBy.DAY.
        lang (ExportGrowthLang | Unset):  Default: ExportGrowthLang.ZH_CN.
        from_ (datetime.date):
        to (datetime.date):
        channel_id (int | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        by=by,
lang=lang,
from_=from_,
to=to,
channel_id=channel_id,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    by: ExportGrowthBy | Unset = ExportGrowthBy.DAY,
    lang: ExportGrowthLang | Unset = ExportGrowthLang.ZH_CN,
    from_: datetime.date,
    to: datetime.date,
    channel_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,

) -> File | None:
    """ Export Growth

     All rows of the report as CSV; on record. 422 `growth.bad_span`.

    Args:
        by (ExportGrowthBy | Unset):  Default: ExportGrowthBy.DAY.
        lang (ExportGrowthLang | Unset):  Default: ExportGrowthLang.ZH_CN.
        from_ (datetime.date):
        to (datetime.date):
        channel_id (int | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        client=client,
by=by,
lang=lang,
from_=from_,
to=to,
channel_id=channel_id,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,

    )).parsed
