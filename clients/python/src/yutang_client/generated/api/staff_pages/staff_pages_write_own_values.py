from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.own_sheet import OwnSheet
from ...models.own_values import OwnValues
from typing import cast



def _get_kwargs(
    external_id: str,
    *,
    body: OwnValues,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/staff/customers/{external_id}/values".format(external_id=quote(str(external_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OwnSheet | None:
    if response.status_code == 200:
        response_200 = OwnSheet.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OwnSheet]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OwnValues,

) -> Response[OwnSheet]:
    """ Write Own Values

     Write values of fields that members may write; the others stay. All are written or none.

    404 `customers.not_yours`, `attributes.unknown`; 403 `attributes.not_editable`; 409
    `attributes.consent_missing`; 422 `attributes.bad_value`.

    Args:
        external_id (str):
        body (OwnValues): Values by field id as typed; null, blank and [] take away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnSheet]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OwnValues,

) -> OwnSheet | None:
    """ Write Own Values

     Write values of fields that members may write; the others stay. All are written or none.

    404 `customers.not_yours`, `attributes.unknown`; 403 `attributes.not_editable`; 409
    `attributes.consent_missing`; 422 `attributes.bad_value`.

    Args:
        external_id (str):
        body (OwnValues): Values by field id as typed; null, blank and [] take away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnSheet
     """


    return sync_detailed(
        external_id=external_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OwnValues,

) -> Response[OwnSheet]:
    """ Write Own Values

     Write values of fields that members may write; the others stay. All are written or none.

    404 `customers.not_yours`, `attributes.unknown`; 403 `attributes.not_editable`; 409
    `attributes.consent_missing`; 422 `attributes.bad_value`.

    Args:
        external_id (str):
        body (OwnValues): Values by field id as typed; null, blank and [] take away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnSheet]
     """


    kwargs = _get_kwargs(
        external_id=external_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    external_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OwnValues,

) -> OwnSheet | None:
    """ Write Own Values

     Write values of fields that members may write; the others stay. All are written or none.

    404 `customers.not_yours`, `attributes.unknown`; 403 `attributes.not_editable`; 409
    `attributes.consent_missing`; 422 `attributes.bad_value`.

    Args:
        external_id (str):
        body (OwnValues): Values by field id as typed; null, blank and [] take away.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnSheet
     """


    return (await asyncio_detailed(
        external_id=external_id,
client=client,
body=body,

    )).parsed
