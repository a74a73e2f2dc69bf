from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.check_list import CheckList
from ...models.connection_run_checks_lang_type_0 import ConnectionRunChecksLangType0
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    lang: ConnectionRunChecksLangType0 | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_lang: None | str | Unset
    if isinstance(lang, Unset):
        json_lang = UNSET
    elif isinstance(lang, ConnectionRunChecksLangType0):
        json_lang = lang.value
    else:
        json_lang = lang
    params["lang"] = json_lang


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/wecom/connection/checks",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CheckList | None:
    if response.status_code == 200:
        response_200 = CheckList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CheckList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    lang: ConnectionRunChecksLangType0 | None | Unset = UNSET,

) -> Response[CheckList]:
    """ Run Checks

     Ask WeCom and this installation's own public address now; takes up to 30 s.

    Every app answers for `token`, `trusted_ip`, `visible_range`, `customer_contact`, `contacts`,
    `callback` and `js_sdk`, the corp for `clock` and `quotas`. A failed check never hides another;
    `unknown` names what must be mended first. Words are in `lang`, else in the language that
    Accept-Language prefers, else Chinese. Nothing is written to WeCom.

    Args:
        lang (ConnectionRunChecksLangType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CheckList]
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
    lang: ConnectionRunChecksLangType0 | None | Unset = UNSET,

) -> CheckList | None:
    """ Run Checks

     Ask WeCom and this installation's own public address now; takes up to 30 s.

    Every app answers for `token`, `trusted_ip`, `visible_range`, `customer_contact`, `contacts`,
    `callback` and `js_sdk`, the corp for `clock` and `quotas`. A failed check never hides another;
    `unknown` names what must be mended first. Words are in `lang`, else in the language that
    Accept-Language prefers, else Chinese. Nothing is written to WeCom.

    Args:
        lang (ConnectionRunChecksLangType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CheckList
     """


    return sync_detailed(
        client=client,
lang=lang,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    lang: ConnectionRunChecksLangType0 | None | Unset = UNSET,

) -> Response[CheckList]:
    """ Run Checks

     Ask WeCom and this installation's own public address now; takes up to 30 s.

    Every app answers for `token`, `trusted_ip`, `visible_range`, `customer_contact`, `contacts`,
    `callback` and `js_sdk`, the corp for `clock` and `quotas`. A failed check never hides another;
    `unknown` names what must be mended first. Words are in `lang`, else in the language that
    Accept-Language prefers, else Chinese. Nothing is written to WeCom.

    Args:
        lang (ConnectionRunChecksLangType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CheckList]
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
    lang: ConnectionRunChecksLangType0 | None | Unset = UNSET,

) -> CheckList | None:
    """ Run Checks

     Ask WeCom and this installation's own public address now; takes up to 30 s.

    Every app answers for `token`, `trusted_ip`, `visible_range`, `customer_contact`, `contacts`,
    `callback` and `js_sdk`, the corp for `clock` and `quotas`. A failed check never hides another;
    `unknown` names what must be mended first. Words are in `lang`, else in the language that
    Accept-Language prefers, else Chinese. Nothing is written to WeCom.

    Args:
        lang (ConnectionRunChecksLangType0 | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CheckList
     """


    return (await asyncio_detailed(
        client=client,
lang=lang,

    )).parsed
