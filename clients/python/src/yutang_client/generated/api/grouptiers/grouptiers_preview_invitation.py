from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.invitation_candidates import InvitationCandidates
from ...models.invitation_preview import InvitationPreview
from typing import cast



def _get_kwargs(
    *,
    body: InvitationCandidates,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-invitations/preview",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> InvitationPreview | None:
    if response.status_code == 200:
        response_200 = InvitationPreview.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[InvitationPreview]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: InvitationCandidates,

) -> Response[InvitationPreview]:
    """ Preview Invitation

     Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.

    Args:
        body (InvitationCandidates): Whom to invite: a tier's rule, another, or a saved view; and
            into which groups.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationPreview]
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
    body: InvitationCandidates,

) -> InvitationPreview | None:
    """ Preview Invitation

     Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.

    Args:
        body (InvitationCandidates): Whom to invite: a tier's rule, another, or a saved view; and
            into which groups.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationPreview
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: InvitationCandidates,

) -> Response[InvitationPreview]:
    """ Preview Invitation

     Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.

    Args:
        body (InvitationCandidates): Whom to invite: a tier's rule, another, or a saved view; and
            into which groups.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationPreview]
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
    body: InvitationCandidates,

) -> InvitationPreview | None:
    """ Preview Invitation

     Who would be invited through whom, and why not the others; nothing is kept.

    404 `views.unknown`; 409 `grouptiers.no_rule`; 422 `grouptiers.bad_groups`,
    `views.bad_filters`, `customers.too_broad`.

    Args:
        body (InvitationCandidates): Whom to invite: a tier's rule, another, or a saved view; and
            into which groups.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationPreview
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
