from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.imports_list_errors_lang import ImportsListErrorsLang
from ...models.row_errors import RowErrors
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    import_id: int,
    *,
    lang: ImportsListErrorsLang | Unset = ImportsListErrorsLang.ZH_CN,
    limit: int | Unset = 100,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/imports/{import_id}/errors".format(import_id=quote(str(import_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RowErrors | None:
    if response.status_code == 200:
        response_200 = RowErrors.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RowErrors]:
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
    lang: ImportsListErrorsLang | Unset = ImportsListErrorsLang.ZH_CN,
    limit: int | Unset = 100,

) -> Response[RowErrors]:
    """ List Errors

     The first things that are wrong, each with row, column and what to do.

    Args:
        import_id (int):
        lang (ImportsListErrorsLang | Unset):  Default: ImportsListErrorsLang.ZH_CN.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RowErrors]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
lang=lang,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsListErrorsLang | Unset = ImportsListErrorsLang.ZH_CN,
    limit: int | Unset = 100,

) -> RowErrors | None:
    """ List Errors

     The first things that are wrong, each with row, column and what to do.

    Args:
        import_id (int):
        lang (ImportsListErrorsLang | Unset):  Default: ImportsListErrorsLang.ZH_CN.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RowErrors
     """


    return sync_detailed(
        import_id=import_id,
client=client,
lang=lang,
limit=limit,

    ).parsed

async def asyncio_detailed(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsListErrorsLang | Unset = ImportsListErrorsLang.ZH_CN,
    limit: int | Unset = 100,

) -> Response[RowErrors]:
    """ List Errors

     The first things that are wrong, each with row, column and what to do.

    Args:
        import_id (int):
        lang (ImportsListErrorsLang | Unset):  Default: ImportsListErrorsLang.ZH_CN.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RowErrors]
     """


    kwargs = _get_kwargs(
        import_id=import_id,
lang=lang,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    import_id: int,
    *,
    client: AuthenticatedClient | Client,
    lang: ImportsListErrorsLang | Unset = ImportsListErrorsLang.ZH_CN,
    limit: int | Unset = 100,

) -> RowErrors | None:
    """ List Errors

     The first things that are wrong, each with row, column and what to do.

    Args:
        import_id (int):
        lang (ImportsListErrorsLang | Unset):  Default: ImportsListErrorsLang.ZH_CN.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RowErrors
     """


    return (await asyncio_detailed(
        import_id=import_id,
client=client,
lang=lang,
limit=limit,

    )).parsed
