from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.export_orders_lang import ExportOrdersLang
from ...models.export_orders_refunded_type_0 import ExportOrdersRefundedType0
from ...models.export_orders_status_type_0_item import ExportOrdersStatusType0Item
from ...models.export_read import ExportRead
from ...types import UNSET, Unset
from typing import cast
import datetime



def _get_kwargs(
    *,
    lang: ExportOrdersLang | Unset = ExportOrdersLang.ZH_CN,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    source: None | str | Unset = UNSET,
    status: list[ExportOrdersStatusType0Item] | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    least: int | None | Unset = UNSET,
    most: int | None | Unset = UNSET,
    refunded: ExportOrdersRefundedType0 | None | Unset = UNSET,
    number: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    json_from_: None | str | Unset
    if isinstance(from_, Unset):
        json_from_ = UNSET
    elif isinstance(from_, datetime.date):
        json_from_ = from_.isoformat()
    else:
        json_from_ = from_
    params["from"] = json_from_

    json_to: None | str | Unset
    if isinstance(to, Unset):
        json_to = UNSET
    elif isinstance(to, datetime.date):
        json_to = to.isoformat()
    else:
        json_to = to
    params["to"] = json_to

    json_source: None | str | Unset
    if isinstance(source, Unset):
        json_source = UNSET
    else:
        json_source = source
    params["source"] = json_source

    json_status: list[str] | None | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, list):
        json_status = []
        for status_type_0_item_data in status:
            status_type_0_item = status_type_0_item_data.value
            json_status.append(status_type_0_item)


    else:
        json_status = status
    params["status"] = json_status

    json_store_id: int | None | Unset
    if isinstance(store_id, Unset):
        json_store_id = UNSET
    else:
        json_store_id = store_id
    params["store_id"] = json_store_id

    json_staff_id: int | None | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

    json_customer_id: int | None | Unset
    if isinstance(customer_id, Unset):
        json_customer_id = UNSET
    else:
        json_customer_id = customer_id
    params["customer_id"] = json_customer_id

    json_least: int | None | Unset
    if isinstance(least, Unset):
        json_least = UNSET
    else:
        json_least = least
    params["least"] = json_least

    json_most: int | None | Unset
    if isinstance(most, Unset):
        json_most = UNSET
    else:
        json_most = most
    params["most"] = json_most

    json_refunded: None | str | Unset
    if isinstance(refunded, Unset):
        json_refunded = UNSET
    elif isinstance(refunded, ExportOrdersRefundedType0):
        json_refunded = refunded.value
    else:
        json_refunded = refunded
    params["refunded"] = json_refunded

    json_number: None | str | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/orders/export",
        "params": params,
    }


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
    lang: ExportOrdersLang | Unset = ExportOrdersLang.ZH_CN,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    source: None | str | Unset = UNSET,
    status: list[ExportOrdersStatusType0Item] | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    least: int | None | Unset = UNSET,
    most: int | None | Unset = UNSET,
    refunded: ExportOrdersRefundedType0 | None | Unset = UNSET,
    number: None | str | Unset = UNSET,

) -> Response[ExportRead]:
    """ Export Orders

     Ask for a CSV of all orders that the conditions find; it stands in the register of exports.

    422 `orders.bad_span`.

    Args:
        lang (ExportOrdersLang | Unset):  Default: ExportOrdersLang.ZH_CN.
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        source (None | str | Unset):
        status (list[ExportOrdersStatusType0Item] | None | Unset):
        store_id (int | None | Unset):
        staff_id (int | None | Unset):
        customer_id (int | None | Unset):
        least (int | None | Unset):
        most (int | None | Unset):
        refunded (ExportOrdersRefundedType0 | None | Unset):
        number (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        lang=lang,
from_=from_,
to=to,
source=source,
status=status,
store_id=store_id,
staff_id=staff_id,
customer_id=customer_id,
least=least,
most=most,
refunded=refunded,
number=number,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    lang: ExportOrdersLang | Unset = ExportOrdersLang.ZH_CN,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    source: None | str | Unset = UNSET,
    status: list[ExportOrdersStatusType0Item] | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    least: int | None | Unset = UNSET,
    most: int | None | Unset = UNSET,
    refunded: ExportOrdersRefundedType0 | None | Unset = UNSET,
    number: None | str | Unset = UNSET,

) -> ExportRead | None:
    """ Export Orders

     Ask for a CSV of all orders that the conditions find; it stands in the register of exports.

    422 `orders.bad_span`.

    Args:
        lang (ExportOrdersLang | Unset):  Default: ExportOrdersLang.ZH_CN.
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        source (None | str | Unset):
        status (list[ExportOrdersStatusType0Item] | None | Unset):
        store_id (int | None | Unset):
        staff_id (int | None | Unset):
        customer_id (int | None | Unset):
        least (int | None | Unset):
        most (int | None | Unset):
        refunded (ExportOrdersRefundedType0 | None | Unset):
        number (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return sync_detailed(
        client=client,
lang=lang,
from_=from_,
to=to,
source=source,
status=status,
store_id=store_id,
staff_id=staff_id,
customer_id=customer_id,
least=least,
most=most,
refunded=refunded,
number=number,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    lang: ExportOrdersLang | Unset = ExportOrdersLang.ZH_CN,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    source: None | str | Unset = UNSET,
    status: list[ExportOrdersStatusType0Item] | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    least: int | None | Unset = UNSET,
    most: int | None | Unset = UNSET,
    refunded: ExportOrdersRefundedType0 | None | Unset = UNSET,
    number: None | str | Unset = UNSET,

) -> Response[ExportRead]:
    """ Export Orders

     Ask for a CSV of all orders that the conditions find; it stands in the register of exports.

    422 `orders.bad_span`.

    Args:
        lang (ExportOrdersLang | Unset):  Default: ExportOrdersLang.ZH_CN.
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        source (None | str | Unset):
        status (list[ExportOrdersStatusType0Item] | None | Unset):
        store_id (int | None | Unset):
        staff_id (int | None | Unset):
        customer_id (int | None | Unset):
        least (int | None | Unset):
        most (int | None | Unset):
        refunded (ExportOrdersRefundedType0 | None | Unset):
        number (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExportRead]
     """


    kwargs = _get_kwargs(
        lang=lang,
from_=from_,
to=to,
source=source,
status=status,
store_id=store_id,
staff_id=staff_id,
customer_id=customer_id,
least=least,
most=most,
refunded=refunded,
number=number,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    lang: ExportOrdersLang | Unset = ExportOrdersLang.ZH_CN,
    from_: datetime.date | None | Unset = UNSET,
    to: datetime.date | None | Unset = UNSET,
    source: None | str | Unset = UNSET,
    status: list[ExportOrdersStatusType0Item] | None | Unset = UNSET,
    store_id: int | None | Unset = UNSET,
    staff_id: int | None | Unset = UNSET,
    customer_id: int | None | Unset = UNSET,
    least: int | None | Unset = UNSET,
    most: int | None | Unset = UNSET,
    refunded: ExportOrdersRefundedType0 | None | Unset = UNSET,
    number: None | str | Unset = UNSET,

) -> ExportRead | None:
    """ Export Orders

     Ask for a CSV of all orders that the conditions find; it stands in the register of exports.

    422 `orders.bad_span`.

    Args:
        lang (ExportOrdersLang | Unset):  Default: ExportOrdersLang.ZH_CN.
        from_ (datetime.date | None | Unset):
        to (datetime.date | None | Unset):
        source (None | str | Unset):
        status (list[ExportOrdersStatusType0Item] | None | Unset):
        store_id (int | None | Unset):
        staff_id (int | None | Unset):
        customer_id (int | None | Unset):
        least (int | None | Unset):
        most (int | None | Unset):
        refunded (ExportOrdersRefundedType0 | None | Unset):
        number (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExportRead
     """


    return (await asyncio_detailed(
        client=client,
lang=lang,
from_=from_,
to=to,
source=source,
status=status,
store_id=store_id,
staff_id=staff_id,
customer_id=customer_id,
least=least,
most=most,
refunded=refunded,
number=number,

    )).parsed
