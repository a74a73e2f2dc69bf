from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.ask_for_export_sort import AskForExportSort
from ...models.ask_for_export_state_type_0 import AskForExportStateType0
from ...models.export_read import ExportRead
from ...models.export_wish import ExportWish
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    body: ExportWish,
    q: str | Unset = '',
    state: AskForExportStateType0 | None | Unset = UNSET,
    tag_id: list[int] | Unset = UNSET,
    tag_all: list[int] | Unset = UNSET,
    tag_none: list[int] | Unset = UNSET,
    tag_least: list[int] | Unset = UNSET,
    untagged: bool | Unset = False,
    staff_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    unowned: bool | Unset = False,
    channel_id: list[int] | Unset = UNSET,
    add_way: list[int] | Unset = UNSET,
    added_from: datetime.date | None | Unset = UNSET,
    added_to: datetime.date | None | Unset = UNSET,
    ended_from: datetime.date | None | Unset = UNSET,
    ended_to: datetime.date | None | Unset = UNSET,
    stage: list[str] | Unset = UNSET,
    silent: bool | None | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    field: list[str] | Unset = UNSET,
    group_id: list[int] | Unset = UNSET,
    phone_tail: None | str | Unset = UNSET,
    segment_id: int | None | Unset = UNSET,
    sort: AskForExportSort | Unset = AskForExportSort.VALUE_0,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    params["q"] = q

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, AskForExportStateType0):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_tag_id: list[int] | Unset = UNSET
    if not isinstance(tag_id, Unset):
        json_tag_id = tag_id


    params["tag_id"] = json_tag_id

    json_tag_all: list[int] | Unset = UNSET
    if not isinstance(tag_all, Unset):
        json_tag_all = tag_all


    params["tag_all"] = json_tag_all

    json_tag_none: list[int] | Unset = UNSET
    if not isinstance(tag_none, Unset):
        json_tag_none = tag_none


    params["tag_none"] = json_tag_none

    json_tag_least: list[int] | Unset = UNSET
    if not isinstance(tag_least, Unset):
        json_tag_least = tag_least


    params["tag_least"] = json_tag_least

    params["untagged"] = untagged

    json_staff_id: list[int] | Unset = UNSET
    if not isinstance(staff_id, Unset):
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

    params["unowned"] = unowned

    json_channel_id: list[int] | Unset = UNSET
    if not isinstance(channel_id, Unset):
        json_channel_id = channel_id


    params["channel_id"] = json_channel_id

    json_add_way: list[int] | Unset = UNSET
    if not isinstance(add_way, Unset):
        json_add_way = add_way


    params["add_way"] = json_add_way

    json_added_from: None | str | Unset
    if isinstance(added_from, Unset):
        json_added_from = UNSET
    elif isinstance(added_from, datetime.date):
        json_added_from = added_from.isoformat()
    else:
        json_added_from = added_from
    params["added_from"] = json_added_from

    json_added_to: None | str | Unset
    if isinstance(added_to, Unset):
        json_added_to = UNSET
    elif isinstance(added_to, datetime.date):
        json_added_to = added_to.isoformat()
    else:
        json_added_to = added_to
    params["added_to"] = json_added_to

    json_ended_from: None | str | Unset
    if isinstance(ended_from, Unset):
        json_ended_from = UNSET
    elif isinstance(ended_from, datetime.date):
        json_ended_from = ended_from.isoformat()
    else:
        json_ended_from = ended_from
    params["ended_from"] = json_ended_from

    json_ended_to: None | str | Unset
    if isinstance(ended_to, Unset):
        json_ended_to = UNSET
    elif isinstance(ended_to, datetime.date):
        json_ended_to = ended_to.isoformat()
    else:
        json_ended_to = ended_to
    params["ended_to"] = json_ended_to

    json_stage: list[str] | Unset = UNSET
    if not isinstance(stage, Unset):
        json_stage = stage


    params["stage"] = json_stage

    json_silent: bool | None | Unset
    if isinstance(silent, Unset):
        json_silent = UNSET
    else:
        json_silent = silent
    params["silent"] = json_silent

    json_refused: bool | None | Unset
    if isinstance(refused, Unset):
        json_refused = UNSET
    else:
        json_refused = refused
    params["refused"] = json_refused

    json_field: list[str] | Unset = UNSET
    if not isinstance(field, Unset):
        json_field = field


    params["field"] = json_field

    json_group_id: list[int] | Unset = UNSET
    if not isinstance(group_id, Unset):
        json_group_id = group_id


    params["group_id"] = json_group_id

    json_phone_tail: None | str | Unset
    if isinstance(phone_tail, Unset):
        json_phone_tail = UNSET
    else:
        json_phone_tail = phone_tail
    params["phone_tail"] = json_phone_tail

    json_segment_id: int | None | Unset
    if isinstance(segment_id, Unset):
        json_segment_id = UNSET
    else:
        json_segment_id = segment_id
    params["segment_id"] = json_segment_id

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/exports",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ExportRead | None:
    if response.status_code == 202:
        response_202 = ExportRead.from_dict(response.json())



        return response_202

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ExportRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ExportWish,
    q: str | Unset = '',
    state: AskForExportStateType0 | None | Unset = UNSET,
    tag_id: list[int] | Unset = UNSET,
    tag_all: list[int] | Unset = UNSET,
    tag_none: list[int] | Unset = UNSET,
    tag_least: list[int] | Unset = UNSET,
    untagged: bool | Unset = False,
    staff_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    unowned: bool | Unset = False,
    channel_id: list[int] | Unset = UNSET,
    add_way: list[int] | Unset = UNSET,
    added_from: datetime.date | None | Unset = UNSET,
    added_to: datetime.date | None | Unset = UNSET,
    ended_from: datetime.date | None | Unset = UNSET,
    ended_to: datetime.date | None | Unset = UNSET,
    stage: list[str] | Unset = UNSET,
    silent: bool | None | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    field: list[str] | Unset = UNSET,
    group_id: list[int] | Unset = UNSET,
    phone_tail: None | str | Unset = UNSET,
    segment_id: int | None | Unset = UNSET,
    sort: AskForExportSort | Unset = AskForExportSort.VALUE_0,

) -> Response[ExportRead]:
    """ Ask For Export

     Ask for a file of customers: those of `ids`, else all that the query's conditions find.

    The conditions are those of the list. Whole phone numbers need `customers.phones`; without
    `phones` they are masked. 422 `exports.column`.

    Args:
        q (str | Unset):  Default: ''.
        state (AskForExportStateType0 | None | Unset):
        tag_id (list[int] | Unset):
        tag_all (list[int] | Unset):
        tag_none (list[int] | Unset):
        tag_least (list[int] | Unset):
        untagged (bool | Unset):  Default: False.
        staff_id (list[int] | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        unowned (bool | Unset):  Default: False.
        channel_id (list[int] | Unset):
        add_way (list[int] | Unset):
        added_from (datetime.date | None | Unset):
        added_to (datetime.date | None | Unset):
        ended_from (datetime.date | None | Unset):
        ended_to (datetime.date | None | Unset):
        stage (list[str] | Unset):
        silent (bool | None | Unset):
        refused (bool | None | Unset):
        field (list[str] | Unset):
        group_id (list[int] | Unset):
        phone_tail (None | str | Unset):
        segment_id (int | None | Unset):
        sort (AskForExportSort | Unset):  Default: AskForExportSort.VALUE_0.
        body (ExportWish): What shall be in the file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        body=body,
q=q,
state=state,
tag_id=tag_id,
tag_all=tag_all,
tag_none=tag_none,
tag_least=tag_least,
untagged=untagged,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
unowned=unowned,
channel_id=channel_id,
add_way=add_way,
added_from=added_from,
added_to=added_to,
ended_from=ended_from,
ended_to=ended_to,
stage=stage,
silent=silent,
refused=refused,
field=field,
group_id=group_id,
phone_tail=phone_tail,
segment_id=segment_id,
sort=sort,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ExportWish,
    q: str | Unset = '',
    state: AskForExportStateType0 | None | Unset = UNSET,
    tag_id: list[int] | Unset = UNSET,
    tag_all: list[int] | Unset = UNSET,
    tag_none: list[int] | Unset = UNSET,
    tag_least: list[int] | Unset = UNSET,
    untagged: bool | Unset = False,
    staff_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    unowned: bool | Unset = False,
    channel_id: list[int] | Unset = UNSET,
    add_way: list[int] | Unset = UNSET,
    added_from: datetime.date | None | Unset = UNSET,
    added_to: datetime.date | None | Unset = UNSET,
    ended_from: datetime.date | None | Unset = UNSET,
    ended_to: datetime.date | None | Unset = UNSET,
    stage: list[str] | Unset = UNSET,
    silent: bool | None | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    field: list[str] | Unset = UNSET,
    group_id: list[int] | Unset = UNSET,
    phone_tail: None | str | Unset = UNSET,
    segment_id: int | None | Unset = UNSET,
    sort: AskForExportSort | Unset = AskForExportSort.VALUE_0,

) -> ExportRead | None:
    """ Ask For Export

     Ask for a file of customers: those of `ids`, else all that the query's conditions find.

    The conditions are those of the list. Whole phone numbers need `customers.phones`; without
    `phones` they are masked. 422 `exports.column`.

    Args:
        q (str | Unset):  Default: ''.
        state (AskForExportStateType0 | None | Unset):
        tag_id (list[int] | Unset):
        tag_all (list[int] | Unset):
        tag_none (list[int] | Unset):
        tag_least (list[int] | Unset):
        untagged (bool | Unset):  Default: False.
        staff_id (list[int] | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        unowned (bool | Unset):  Default: False.
        channel_id (list[int] | Unset):
        add_way (list[int] | Unset):
        added_from (datetime.date | None | Unset):
        added_to (datetime.date | None | Unset):
        ended_from (datetime.date | None | Unset):
        ended_to (datetime.date | None | Unset):
        stage (list[str] | Unset):
        silent (bool | None | Unset):
        refused (bool | None | Unset):
        field (list[str] | Unset):
        group_id (list[int] | Unset):
        phone_tail (None | str | Unset):
        segment_id (int | None | Unset):
        sort (AskForExportSort | Unset):  Default: AskForExportSort.VALUE_0.
        body (ExportWish): What shall be in the file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return sync_detailed(
        client=client,
body=body,
q=q,
state=state,
tag_id=tag_id,
tag_all=tag_all,
tag_none=tag_none,
tag_least=tag_least,
untagged=untagged,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
unowned=unowned,
channel_id=channel_id,
add_way=add_way,
added_from=added_from,
added_to=added_to,
ended_from=ended_from,
ended_to=ended_to,
stage=stage,
silent=silent,
refused=refused,
field=field,
group_id=group_id,
phone_tail=phone_tail,
segment_id=segment_id,
sort=sort,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ExportWish,
    q: str | Unset = '',
    state: AskForExportStateType0 | None | Unset = UNSET,
    tag_id: list[int] | Unset = UNSET,
    tag_all: list[int] | Unset = UNSET,
    tag_none: list[int] | Unset = UNSET,
    tag_least: list[int] | Unset = UNSET,
    untagged: bool | Unset = False,
    staff_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    unowned: bool | Unset = False,
    channel_id: list[int] | Unset = UNSET,
    add_way: list[int] | Unset = UNSET,
    added_from: datetime.date | None | Unset = UNSET,
    added_to: datetime.date | None | Unset = UNSET,
    ended_from: datetime.date | None | Unset = UNSET,
    ended_to: datetime.date | None | Unset = UNSET,
    stage: list[str] | Unset = UNSET,
    silent: bool | None | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    field: list[str] | Unset = UNSET,
    group_id: list[int] | Unset = UNSET,
    phone_tail: None | str | Unset = UNSET,
    segment_id: int | None | Unset = UNSET,
    sort: AskForExportSort | Unset = AskForExportSort.VALUE_0,

) -> Response[ExportRead]:
    """ Ask For Export

     Ask for a file of customers: those of `ids`, else all that the query's conditions find.

    The conditions are those of the list. Whole phone numbers need `customers.phones`; without
    `phones` they are masked. 422 `exports.column`.

    Args:
        q (str | Unset):  Default: ''.
        state (AskForExportStateType0 | None | Unset):
        tag_id (list[int] | Unset):
        tag_all (list[int] | Unset):
        tag_none (list[int] | Unset):
        tag_least (list[int] | Unset):
        untagged (bool | Unset):  Default: False.
        staff_id (list[int] | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        unowned (bool | Unset):  Default: False.
        channel_id (list[int] | Unset):
        add_way (list[int] | Unset):
        added_from (datetime.date | None | Unset):
        added_to (datetime.date | None | Unset):
        ended_from (datetime.date | None | Unset):
        ended_to (datetime.date | None | Unset):
        stage (list[str] | Unset):
        silent (bool | None | Unset):
        refused (bool | None | Unset):
        field (list[str] | Unset):
        group_id (list[int] | Unset):
        phone_tail (None | str | Unset):
        segment_id (int | None | Unset):
        sort (AskForExportSort | Unset):  Default: AskForExportSort.VALUE_0.
        body (ExportWish): What shall be in the file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        body=body,
q=q,
state=state,
tag_id=tag_id,
tag_all=tag_all,
tag_none=tag_none,
tag_least=tag_least,
untagged=untagged,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
unowned=unowned,
channel_id=channel_id,
add_way=add_way,
added_from=added_from,
added_to=added_to,
ended_from=ended_from,
ended_to=ended_to,
stage=stage,
silent=silent,
refused=refused,
field=field,
group_id=group_id,
phone_tail=phone_tail,
segment_id=segment_id,
sort=sort,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ExportWish,
    q: str | Unset = '',
    state: AskForExportStateType0 | None | Unset = UNSET,
    tag_id: list[int] | Unset = UNSET,
    tag_all: list[int] | Unset = UNSET,
    tag_none: list[int] | Unset = UNSET,
    tag_least: list[int] | Unset = UNSET,
    untagged: bool | Unset = False,
    staff_id: list[int] | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    unowned: bool | Unset = False,
    channel_id: list[int] | Unset = UNSET,
    add_way: list[int] | Unset = UNSET,
    added_from: datetime.date | None | Unset = UNSET,
    added_to: datetime.date | None | Unset = UNSET,
    ended_from: datetime.date | None | Unset = UNSET,
    ended_to: datetime.date | None | Unset = UNSET,
    stage: list[str] | Unset = UNSET,
    silent: bool | None | Unset = UNSET,
    refused: bool | None | Unset = UNSET,
    field: list[str] | Unset = UNSET,
    group_id: list[int] | Unset = UNSET,
    phone_tail: None | str | Unset = UNSET,
    segment_id: int | None | Unset = UNSET,
    sort: AskForExportSort | Unset = AskForExportSort.VALUE_0,

) -> ExportRead | None:
    """ Ask For Export

     Ask for a file of customers: those of `ids`, else all that the query's conditions find.

    The conditions are those of the list. Whole phone numbers need `customers.phones`; without
    `phones` they are masked. 422 `exports.column`.

    Args:
        q (str | Unset):  Default: ''.
        state (AskForExportStateType0 | None | Unset):
        tag_id (list[int] | Unset):
        tag_all (list[int] | Unset):
        tag_none (list[int] | Unset):
        tag_least (list[int] | Unset):
        untagged (bool | Unset):  Default: False.
        staff_id (list[int] | Unset):
        department_id (int | None | Unset):
        store_id (int | None | Unset):
        unowned (bool | Unset):  Default: False.
        channel_id (list[int] | Unset):
        add_way (list[int] | Unset):
        added_from (datetime.date | None | Unset):
        added_to (datetime.date | None | Unset):
        ended_from (datetime.date | None | Unset):
        ended_to (datetime.date | None | Unset):
        stage (list[str] | Unset):
        silent (bool | None | Unset):
        refused (bool | None | Unset):
        field (list[str] | Unset):
        group_id (list[int] | Unset):
        phone_tail (None | str | Unset):
        segment_id (int | None | Unset):
        sort (AskForExportSort | Unset):  Default: AskForExportSort.VALUE_0.
        body (ExportWish): What shall be in the file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,
q=q,
state=state,
tag_id=tag_id,
tag_all=tag_all,
tag_none=tag_none,
tag_least=tag_least,
untagged=untagged,
staff_id=staff_id,
department_id=department_id,
store_id=store_id,
unowned=unowned,
channel_id=channel_id,
add_way=add_way,
added_from=added_from,
added_to=added_to,
ended_from=ended_from,
ended_to=ended_to,
stage=stage,
silent=silent,
refused=refused,
field=field,
group_id=group_id,
phone_tail=phone_tail,
segment_id=segment_id,
sort=sort,

    )).parsed
