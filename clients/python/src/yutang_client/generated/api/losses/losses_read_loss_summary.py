from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.loss_summary import LossSummary
from ...models.losses_read_loss_summary_back_type_0 import LossesReadLossSummaryBackType0
from ...models.losses_read_loss_summary_by_type_0 import LossesReadLossSummaryByType0
from ...models.losses_read_loss_summary_what import LossesReadLossSummaryWhat
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    from_: datetime.date,
    to: datetime.date,
    what: LossesReadLossSummaryWhat | Unset = LossesReadLossSummaryWhat.RELATIONS,
    by: LossesReadLossSummaryByType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    back: LossesReadLossSummaryBackType0 | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_what: str | Unset = UNSET
    if not isinstance(what, Unset):
        json_what = what.value

    params["what"] = json_what

    json_by: None | str | Unset
    if isinstance(by, Unset):
        json_by = UNSET
    elif isinstance(by, LossesReadLossSummaryByType0):
        json_by = by.value
    else:
        json_by = by
    params["by"] = json_by

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

    json_channel_id: int | None | Unset
    if isinstance(channel_id, Unset):
        json_channel_id = UNSET
    else:
        json_channel_id = channel_id
    params["channel_id"] = json_channel_id

    json_back: None | str | Unset
    if isinstance(back, Unset):
        json_back = UNSET
    elif isinstance(back, LossesReadLossSummaryBackType0):
        json_back = back.value
    else:
        json_back = back
    params["back"] = json_back


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/losses/summary",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> LossSummary | None:
    if response.status_code == 200:
        response_200 = LossSummary.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[LossSummary]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    what: LossesReadLossSummaryWhat | Unset = LossesReadLossSummaryWhat.RELATIONS,
    by: LossesReadLossSummaryByType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    back: LossesReadLossSummaryBackType0 | None | Unset = UNSET,

) -> Response[LossSummary]:
    """ Read Loss Summary

     Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        what (LossesReadLossSummaryWhat | Unset):  Default: LossesReadLossSummaryWhat.RELATIONS.
        by (LossesReadLossSummaryByType0 | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        channel_id (int | None | Unset):
        back (LossesReadLossSummaryBackType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LossSummary]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
what=what,
by=by,
staff_id=staff_id,
department_id=department_id,
channel_id=channel_id,
back=back,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    what: LossesReadLossSummaryWhat | Unset = LossesReadLossSummaryWhat.RELATIONS,
    by: LossesReadLossSummaryByType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    back: LossesReadLossSummaryBackType0 | None | Unset = UNSET,

) -> LossSummary | None:
    """ Read Loss Summary

     Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        what (LossesReadLossSummaryWhat | Unset):  Default: LossesReadLossSummaryWhat.RELATIONS.
        by (LossesReadLossSummaryByType0 | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        channel_id (int | None | Unset):
        back (LossesReadLossSummaryBackType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LossSummary
     """


    return sync_detailed(
        client=client,
from_=from_,
to=to,
what=what,
by=by,
staff_id=staff_id,
department_id=department_id,
channel_id=channel_id,
back=back,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    what: LossesReadLossSummaryWhat | Unset = LossesReadLossSummaryWhat.RELATIONS,
    by: LossesReadLossSummaryByType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    back: LossesReadLossSummaryBackType0 | None | Unset = UNSET,

) -> Response[LossSummary]:
    """ Read Loss Summary

     Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        what (LossesReadLossSummaryWhat | Unset):  Default: LossesReadLossSummaryWhat.RELATIONS.
        by (LossesReadLossSummaryByType0 | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        channel_id (int | None | Unset):
        back (LossesReadLossSummaryBackType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LossSummary]
     """


    kwargs = _get_kwargs(
        from_=from_,
to=to,
what=what,
by=by,
staff_id=staff_id,
department_id=department_id,
channel_id=channel_id,
back=back,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    from_: datetime.date,
    to: datetime.date,
    what: LossesReadLossSummaryWhat | Unset = LossesReadLossSummaryWhat.RELATIONS,
    by: LossesReadLossSummaryByType0 | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    department_id: int | None | Unset = UNSET,
    channel_id: int | None | Unset = UNSET,
    back: LossesReadLossSummaryBackType0 | None | Unset = UNSET,

) -> LossSummary | None:
    """ Read Loss Summary

     Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.

    Args:
        from_ (datetime.date):
        to (datetime.date):
        what (LossesReadLossSummaryWhat | Unset):  Default: LossesReadLossSummaryWhat.RELATIONS.
        by (LossesReadLossSummaryByType0 | None | Unset):
        staff_id (int | None | Unset):
        department_id (int | None | Unset):
        channel_id (int | None | Unset):
        back (LossesReadLossSummaryBackType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LossSummary
     """


    return (await asyncio_detailed(
        client=client,
from_=from_,
to=to,
what=what,
by=by,
staff_id=staff_id,
department_id=department_id,
channel_id=channel_id,
back=back,

    )).parsed
