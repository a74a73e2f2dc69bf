from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.rfm_preview import RfmPreview
from ...models.rfm_settings_wish import RfmSettingsWish
from typing import cast



def _get_kwargs(
    *,
    body: RfmSettingsWish,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/rfm/preview",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RfmPreview | None:
    if response.status_code == 200:
        response_200 = RfmPreview.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RfmPreview]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RfmSettingsWish,

) -> Response[RfmPreview]:
    """ Preview Rfm

     How many each class would have by these settings now. Nothing is kept.

    422 `rfm.bad_settings`, 503 `audience.away`.

    Args:
        body (RfmSettingsWish): Settings to look at before they are saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmPreview]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: RfmSettingsWish,

) -> RfmPreview | None:
    """ Preview Rfm

     How many each class would have by these settings now. Nothing is kept.

    422 `rfm.bad_settings`, 503 `audience.away`.

    Args:
        body (RfmSettingsWish): Settings to look at before they are saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmPreview
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RfmSettingsWish,

) -> Response[RfmPreview]:
    """ Preview Rfm

     How many each class would have by these settings now. Nothing is kept.

    422 `rfm.bad_settings`, 503 `audience.away`.

    Args:
        body (RfmSettingsWish): Settings to look at before they are saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RfmPreview]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: RfmSettingsWish,

) -> RfmPreview | None:
    """ Preview Rfm

     How many each class would have by these settings now. Nothing is kept.

    422 `rfm.bad_settings`, 503 `audience.away`.

    Args:
        body (RfmSettingsWish): Settings to look at before they are saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RfmPreview
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
