from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.imports_download_errors_lang import ImportsDownloadErrorsLang
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO



def _get_kwargs(
    import_id: int,
    *,
    lang: ImportsDownloadErrorsLang | Unset = ImportsDownloadErrorsLang.ZH_CN,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/imports/{import_id}/errors.csv".format(import_id=quote(str(import_id), safe=""),),
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
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsDownloadErrorsLang | Unset = ImportsDownloadErrorsLang.ZH_CN,

) -> Response[File]:
    """ Download Errors

     All of them as a CSV that Excel opens.

    Args:
        import_id (int):
        lang (ImportsDownloadErrorsLang | Unset):  Default: ImportsDownloadErrorsLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
lang=lang,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsDownloadErrorsLang | Unset = ImportsDownloadErrorsLang.ZH_CN,

) -> File | None:
    """ Download Errors

     All of them as a CSV that Excel opens.

    Args:
        import_id (int):
        lang (ImportsDownloadErrorsLang | Unset):  Default: ImportsDownloadErrorsLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        import_id=import_id,
client=client,
lang=lang,

    ).parsed

async def asyncio_detailed(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsDownloadErrorsLang | Unset = ImportsDownloadErrorsLang.ZH_CN,

) -> Response[File]:
    """ Download Errors

     All of them as a CSV that Excel opens.

    Args:
        import_id (int):
        lang (ImportsDownloadErrorsLang | Unset):  Default: ImportsDownloadErrorsLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
lang=lang,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsDownloadErrorsLang | Unset = ImportsDownloadErrorsLang.ZH_CN,

) -> File | None:
    """ Download Errors

     All of them as a CSV that Excel opens.

    Args:
        import_id (int):
        lang (ImportsDownloadErrorsLang | Unset):  Default: ImportsDownloadErrorsLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        import_id=import_id,
client=client,
lang=lang,

    )).parsed
