from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.handovers_download_results_language import HandoversDownloadResultsLanguage
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO



def _get_kwargs(
    handover_id: int,
    *,
    language: HandoversDownloadResultsLanguage | Unset = HandoversDownloadResultsLanguage.ZH_CN,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language.value

    params["language"] = json_language


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/handovers/{handover_id}/result.csv".format(handover_id=quote(str(handover_id), safe=""),),
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
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    language: HandoversDownloadResultsLanguage | Unset = HandoversDownloadResultsLanguage.ZH_CN,

) -> Response[File]:
    """ Download Results

     CSV: customer, taker, state, reason, WeCom's code, times; on record.

    404 `handovers.unknown`.

    Args:
        handover_id (int):
        language (HandoversDownloadResultsLanguage | Unset):  Default:
            HandoversDownloadResultsLanguage.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
language=language,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    language: HandoversDownloadResultsLanguage | Unset = HandoversDownloadResultsLanguage.ZH_CN,

) -> File | None:
    """ Download Results

     CSV: customer, taker, state, reason, WeCom's code, times; on record.

    404 `handovers.unknown`.

    Args:
        handover_id (int):
        language (HandoversDownloadResultsLanguage | Unset):  Default:
            HandoversDownloadResultsLanguage.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        handover_id=handover_id,
client=client,
language=language,

    ).parsed

async def asyncio_detailed(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    language: HandoversDownloadResultsLanguage | Unset = HandoversDownloadResultsLanguage.ZH_CN,

) -> Response[File]:
    """ Download Results

     CSV: customer, taker, state, reason, WeCom's code, times; on record.

    404 `handovers.unknown`.

    Args:
        handover_id (int):
        language (HandoversDownloadResultsLanguage | Unset):  Default:
            HandoversDownloadResultsLanguage.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        handover_id=handover_id,
language=language,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    handover_id: int,
    *,
    client: AuthenticatedClient | Client,
    language: HandoversDownloadResultsLanguage | Unset = HandoversDownloadResultsLanguage.ZH_CN,

) -> File | None:
    """ Download Results

     CSV: customer, taker, state, reason, WeCom's code, times; on record.

    404 `handovers.unknown`.

    Args:
        handover_id (int):
        language (HandoversDownloadResultsLanguage | Unset):  Default:
            HandoversDownloadResultsLanguage.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        handover_id=handover_id,
client=client,
language=language,

    )).parsed
