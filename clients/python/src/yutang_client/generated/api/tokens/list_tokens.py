from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_tokens_kind import ListTokensKind
from ...models.token_page import TokenPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    kind: ListTokensKind | Unset = ListTokensKind.PERSONAL,
    after: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/tokens",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TokenPage | None:
    if response.status_code == 200:
        response_200 = TokenPage.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TokenPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: ListTokensKind | Unset = ListTokensKind.PERSONAL,
    after: int | None | Unset = UNSET,

) -> Response[TokenPage]:
    """ List Tokens

     Your own tokens, or with the permission tokens.write those of services; newest first.

    Those that expired or were revoked stay in the list.

    Args:
        kind (ListTokensKind | Unset):  Default: ListTokensKind.PERSONAL.
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TokenPage]
     """


    kwargs = _get_kwargs(
        kind=kind,
after=after,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    kind: ListTokensKind | Unset = ListTokensKind.PERSONAL,
    after: int | None | Unset = UNSET,

) -> TokenPage | None:
    """ List Tokens

     Your own tokens, or with the permission tokens.write those of services; newest first.

    Those that expired or were revoked stay in the list.

    Args:
        kind (ListTokensKind | Unset):  Default: ListTokensKind.PERSONAL.
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TokenPage
     """


    return sync_detailed(
        client=client,
kind=kind,
after=after,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: ListTokensKind | Unset = ListTokensKind.PERSONAL,
    after: int | None | Unset = UNSET,

) -> Response[TokenPage]:
    """ List Tokens

     Your own tokens, or with the permission tokens.write those of services; newest first.

    Those that expired or were revoked stay in the list.

    Args:
        kind (ListTokensKind | Unset):  Default: ListTokensKind.PERSONAL.
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TokenPage]
     """


    kwargs = _get_kwargs(
        kind=kind,
after=after,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    kind: ListTokensKind | Unset = ListTokensKind.PERSONAL,
    after: int | None | Unset = UNSET,

) -> TokenPage | None:
    """ List Tokens

     Your own tokens, or with the permission tokens.write those of services; newest first.

    Those that expired or were revoked stay in the list.

    Args:
        kind (ListTokensKind | Unset):  Default: ListTokensKind.PERSONAL.
        after (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TokenPage
     """


    return (await asyncio_detailed(
        client=client,
kind=kind,
after=after,

    )).parsed
