from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.access_list_scopes_kind import AccessListScopesKind
from ...models.scope_choices import ScopeChoices
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    kind: AccessListScopesKind,
    q: str | Unset = '',
    limit: int | Unset = 20,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind = kind.value
    params["kind"] = json_kind

    params["q"] = q

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/scopes",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ScopeChoices | None:
    if response.status_code == 200:
        response_200 = ScopeChoices.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ScopeChoices]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: AccessListScopesKind,
    q: str | Unset = '',
    limit: int | Unset = 20,

) -> Response[ScopeChoices]:
    """ List Scopes

     Departments (`q` a part of the name) or open stores (`q` a beginning) that you may give.

    Args:
        kind (AccessListScopesKind):
        q (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ScopeChoices]
     """


    kwargs = _get_kwargs(
        kind=kind,
q=q,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    kind: AccessListScopesKind,
    q: str | Unset = '',
    limit: int | Unset = 20,

) -> ScopeChoices | None:
    """ List Scopes

     Departments (`q` a part of the name) or open stores (`q` a beginning) that you may give.

    Args:
        kind (AccessListScopesKind):
        q (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ScopeChoices
     """


    return sync_detailed(
        client=client,
kind=kind,
q=q,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    kind: AccessListScopesKind,
    q: str | Unset = '',
    limit: int | Unset = 20,

) -> Response[ScopeChoices]:
    """ List Scopes

     Departments (`q` a part of the name) or open stores (`q` a beginning) that you may give.

    Args:
        kind (AccessListScopesKind):
        q (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ScopeChoices]
     """


    kwargs = _get_kwargs(
        kind=kind,
q=q,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    kind: AccessListScopesKind,
    q: str | Unset = '',
    limit: int | Unset = 20,

) -> ScopeChoices | None:
    """ List Scopes

     Departments (`q` a part of the name) or open stores (`q` a beginning) that you may give.

    Args:
        kind (AccessListScopesKind):
        q (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ScopeChoices
     """


    return (await asyncio_detailed(
        client=client,
kind=kind,
q=q,
limit=limit,

    )).parsed
