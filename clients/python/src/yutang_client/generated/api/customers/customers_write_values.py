from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.field_sheet import FieldSheet
from ...models.given_values import GivenValues
from typing import cast



def _get_kwargs(
    customer_id: int,
    *,
    body: GivenValues,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/customers/{customer_id}/values".format(customer_id=quote(str(customer_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FieldSheet | None:
    if response.status_code == 200:
        response_200 = FieldSheet.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FieldSheet]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenValues,

) -> Response[FieldSheet]:
    """ Write Values

     Write values of custom fields; the others stay. All are written or none.

    Money is in yuan. 404 `customers.unknown`, `attributes.unknown`, 403
    `attributes.not_editable`, 409 `attributes.consent_missing` (a sensitive field without the
    person's consent), 422 `attributes.bad_value`.

    Args:
        customer_id (int):
        body (GivenValues): Values by field id as somebody typed them; null, blank and [] take
            away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldSheet]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenValues,

) -> FieldSheet | None:
    """ Write Values

     Write values of custom fields; the others stay. All are written or none.

    Money is in yuan. 404 `customers.unknown`, `attributes.unknown`, 403
    `attributes.not_editable`, 409 `attributes.consent_missing` (a sensitive field without the
    person's consent), 422 `attributes.bad_value`.

    Args:
        customer_id (int):
        body (GivenValues): Values by field id as somebody typed them; null, blank and [] take
            away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldSheet
     """


    return sync_detailed(
        customer_id=customer_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenValues,

) -> Response[FieldSheet]:
    """ Write Values

     Write values of custom fields; the others stay. All are written or none.

    Money is in yuan. 404 `customers.unknown`, `attributes.unknown`, 403
    `attributes.not_editable`, 409 `attributes.consent_missing` (a sensitive field without the
    person's consent), 422 `attributes.bad_value`.

    Args:
        customer_id (int):
        body (GivenValues): Values by field id as somebody typed them; null, blank and [] take
            away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldSheet]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    customer_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: GivenValues,

) -> FieldSheet | None:
    """ Write Values

     Write values of custom fields; the others stay. All are written or none.

    Money is in yuan. 404 `customers.unknown`, `attributes.unknown`, 403
    `attributes.not_editable`, 409 `attributes.consent_missing` (a sensitive field without the
    person's consent), 422 `attributes.bad_value`.

    Args:
        customer_id (int):
        body (GivenValues): Values by field id as somebody typed them; null, blank and [] take
            away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldSheet
     """


    return (await asyncio_detailed(
        customer_id=customer_id,
client=client,
body=body,

    )).parsed
