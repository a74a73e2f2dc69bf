from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.download_touchpoints_template_lang import DownloadTouchpointsTemplateLang
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO



def _get_kwargs(
    *,
    lang: DownloadTouchpointsTemplateLang | Unset = DownloadTouchpointsTemplateLang.ZH_CN,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/touchpoints/template.csv",
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
    lang: DownloadTouchpointsTemplateLang | Unset = DownloadTouchpointsTemplateLang.ZH_CN,

) -> Response[File]:
    """ Download Touchpoints Template

     An empty sheet with every column that an import reads.

    Args:
        lang (DownloadTouchpointsTemplateLang | Unset):  Default:
            DownloadTouchpointsTemplateLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        lang=lang,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    lang: DownloadTouchpointsTemplateLang | Unset = DownloadTouchpointsTemplateLang.ZH_CN,

) -> File | None:
    """ Download Touchpoints Template

     An empty sheet with every column that an import reads.

    Args:
        lang (DownloadTouchpointsTemplateLang | Unset):  Default:
            DownloadTouchpointsTemplateLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return sync_detailed(
        client=client,
lang=lang,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    lang: DownloadTouchpointsTemplateLang | Unset = DownloadTouchpointsTemplateLang.ZH_CN,

) -> Response[File]:
    """ Download Touchpoints Template

     An empty sheet with every column that an import reads.

    Args:
        lang (DownloadTouchpointsTemplateLang | Unset):  Default:
            DownloadTouchpointsTemplateLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
     """


    kwargs = _get_kwargs(
        lang=lang,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    lang: DownloadTouchpointsTemplateLang | Unset = DownloadTouchpointsTemplateLang.ZH_CN,

) -> File | None:
    """ Download Touchpoints Template

     An empty sheet with every column that an import reads.

    Args:
        lang (DownloadTouchpointsTemplateLang | Unset):  Default:
            DownloadTouchpointsTemplateLang.ZH_CN.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
     """


    return (await asyncio_detailed(
        client=client,
lang=lang,

    )).parsed
