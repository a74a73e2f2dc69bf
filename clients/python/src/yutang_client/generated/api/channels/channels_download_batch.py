from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.channels_download_batch_kind import ChannelsDownloadBatchKind
from ...models.channels_download_batch_lang import ChannelsDownloadBatchLang
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO



def _get_kwargs(
    batch_id: int,
    kind: ChannelsDownloadBatchKind,
    *,
    lang: ChannelsDownloadBatchLang | Unset = ChannelsDownloadBatchLang.ZH_CN,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/channel-batches/{batch_id}/codes.{kind}".format(batch_id=quote(str(batch_id), safe=""),kind=quote(str(kind), safe=""),),
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
    batch_id: int,
    kind: ChannelsDownloadBatchKind,
    *,
    client: AuthenticatedClient | Client,
    lang: ChannelsDownloadBatchLang | Unset = ChannelsDownloadBatchLang.ZH_CN,

) -> Response[File]:
    """ Download Batch

     What came of each row with what its code holds (xlsx, csv), or its pictures (zip).

    404 `codebatches.unknown`; 409 `codebatches.too_many_pictures` above 2,000.

    Args:
        batch_id (int):
        kind (ChannelsDownloadBatchKind):
        lang (ChannelsDownloadBatchLang | Unset):  Default: ChannelsDownloadBatchLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        batch_id=batch_id,
kind=kind,
lang=lang,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    batch_id: int,
    kind: ChannelsDownloadBatchKind,
    *,
    client: AuthenticatedClient | Client,
    lang: ChannelsDownloadBatchLang | Unset = ChannelsDownloadBatchLang.ZH_CN,

) -> File | None:
    """ Download Batch

     What came of each row with what its code holds (xlsx, csv), or its pictures (zip).

    404 `codebatches.unknown`; 409 `codebatches.too_many_pictures` above 2,000.

    Args:
        batch_id (int):
        kind (ChannelsDownloadBatchKind):
        lang (ChannelsDownloadBatchLang | Unset):  Default: ChannelsDownloadBatchLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        batch_id=batch_id,
kind=kind,
client=client,
lang=lang,

    ).parsed

async def asyncio_detailed(
    batch_id: int,
    kind: ChannelsDownloadBatchKind,
    *,
    client: AuthenticatedClient | Client,
    lang: ChannelsDownloadBatchLang | Unset = ChannelsDownloadBatchLang.ZH_CN,

) -> Response[File]:
    """ Download Batch

     What came of each row with what its code holds (xlsx, csv), or its pictures (zip).

    404 `codebatches.unknown`; 409 `codebatches.too_many_pictures` above 2,000.

    Args:
        batch_id (int):
        kind (ChannelsDownloadBatchKind):
        lang (ChannelsDownloadBatchLang | Unset):  Default: ChannelsDownloadBatchLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        batch_id=batch_id,
kind=kind,
lang=lang,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    batch_id: int,
    kind: ChannelsDownloadBatchKind,
    *,
    client: AuthenticatedClient | Client,
    lang: ChannelsDownloadBatchLang | Unset = ChannelsDownloadBatchLang.ZH_CN,

) -> File | None:
    """ Download Batch

     What came of each row with what its code holds (xlsx, csv), or its pictures (zip).

    404 `codebatches.unknown`; 409 `codebatches.too_many_pictures` above 2,000.

    Args:
        batch_id (int):
        kind (ChannelsDownloadBatchKind):
        lang (ChannelsDownloadBatchLang | Unset):  Default: ChannelsDownloadBatchLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        batch_id=batch_id,
kind=kind,
client=client,
lang=lang,

    )).parsed
