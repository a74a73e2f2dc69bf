from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.invitation_detail import InvitationDetail
from ...models.new_invitation import NewInvitation
from typing import cast



def _get_kwargs(
    *,
    body: NewInvitation,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/group-invitations",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> InvitationDetail | None:
    if response.status_code == 201:
        response_201 = InvitationDetail.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[InvitationDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,

) -> Response[InvitationDetail]:
    """ Start Invitation

     Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.

    Args:
        body (NewInvitation): A round of inviting; `{name}` in the text becomes the customer's
            name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationDetail]
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
    body: NewInvitation,

) -> InvitationDetail | None:
    """ Start Invitation

     Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.

    Args:
        body (NewInvitation): A round of inviting; `{name}` in the text becomes the customer's
            name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationDetail
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,

) -> Response[InvitationDetail]:
    """ Start Invitation

     Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.

    Args:
        body (NewInvitation): A round of inviting; `{name}` in the text becomes the customer's
            name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationDetail]
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
    body: NewInvitation,

) -> InvitationDetail | None:
    """ Start Invitation

     Begin a round of inviting: `preparing` until WeCom made its codes and people are chosen.

    The rule is that of this moment: days that count back, tags of a level, codes are resolved
    now. 404 `views.unknown`; 409 `grouptiers.no_rule`, `grouptiers.no_room`; 422
    `grouptiers.bad_groups`, `grouptiers.nameless_text_missing`, `views.bad_filters`.

    Args:
        body (NewInvitation): A round of inviting; `{name}` in the text becomes the customer's
            name.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationDetail
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
