from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.page_signatures import PageSignatures
from typing import cast



def _get_kwargs(
    *,
    url_query: str,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["url"] = url_query


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/js-signatures",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PageSignatures | None:
    if response.status_code == 200:
        response_200 = PageSignatures.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PageSignatures]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    url_query: str,

) -> Response[PageSignatures]:
    """ Sign Page

     Both JS-SDK signatures of one of our pages below `/m/`; what follows `#` is left out.

    422 `staff.foreign_page` for any other address; 502 `staff.wecom_refused` and 503
    `staff.wecom_silent` when WeCom gives no ticket.

    Args:
        url_query (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageSignatures]
     """


    kwargs = _get_kwargs(
        url_query=url_query,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    url_query: str,

) -> PageSignatures | None:
    """ Sign Page

     Both JS-SDK signatures of one of our pages below `/m/`; what follows `#` is left out.

    422 `staff.foreign_page` for any other address; 502 `staff.wecom_refused` and 503
    `staff.wecom_silent` when WeCom gives no ticket.

    Args:
        url_query (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageSignatures
     """


    return sync_detailed(
        client=client,
url_query=url_query,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    url_query: str,

) -> Response[PageSignatures]:
    """ Sign Page

     Both JS-SDK signatures of one of our pages below `/m/`; what follows `#` is left out.

    422 `staff.foreign_page` for any other address; 502 `staff.wecom_refused` and 503
    `staff.wecom_silent` when WeCom gives no ticket.

    Args:
        url_query (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PageSignatures]
     """


    kwargs = _get_kwargs(
        url_query=url_query,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    url_query: str,

) -> PageSignatures | None:
    """ Sign Page

     Both JS-SDK signatures of one of our pages below `/m/`; what follows `#` is left out.

    422 `staff.foreign_page` for any other address; 502 `staff.wecom_refused` and 503
    `staff.wecom_silent` when WeCom gives no ticket.

    Args:
        url_query (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PageSignatures
     """


    return (await asyncio_detailed(
        client=client,
url_query=url_query,

    )).parsed
