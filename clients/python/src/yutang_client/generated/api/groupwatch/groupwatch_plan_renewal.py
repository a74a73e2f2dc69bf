from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.new_renewal import NewRenewal
from ...models.renewal_detail import RenewalDetail
from typing import cast



def _get_kwargs(
    group_id: int,
    *,
    body: NewRenewal,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/groups/{group_id}/renewal".format(group_id=quote(str(group_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> RenewalDetail | None:
    if response.status_code == 201:
        response_201 = RenewalDetail.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[RenewalDetail]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NewRenewal,

) -> Response[RenewalDetail]:
    """ Plan Renewal

     Ask a group's owner to make a new one and carry over who matters.

    404 `groups.unknown`; 409 `groupwatch.renewing`, `groupwatch.nobody_to_ask`,
    `groupwatch.foreign_owner`.

    Args:
        group_id (int):
        body (NewRenewal): A renewal of a group; name and notice are ready for the owner to paste.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalDetail]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NewRenewal,

) -> RenewalDetail | None:
    """ Plan Renewal

     Ask a group's owner to make a new one and carry over who matters.

    404 `groups.unknown`; 409 `groupwatch.renewing`, `groupwatch.nobody_to_ask`,
    `groupwatch.foreign_owner`.

    Args:
        group_id (int):
        body (NewRenewal): A renewal of a group; name and notice are ready for the owner to paste.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalDetail
     """


    return sync_detailed(
        group_id=group_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NewRenewal,

) -> Response[RenewalDetail]:
    """ Plan Renewal

     Ask a group's owner to make a new one and carry over who matters.

    404 `groups.unknown`; 409 `groupwatch.renewing`, `groupwatch.nobody_to_ask`,
    `groupwatch.foreign_owner`.

    Args:
        group_id (int):
        body (NewRenewal): A renewal of a group; name and notice are ready for the owner to paste.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RenewalDetail]
     """


    kwargs = _get_kwargs(
        group_id=group_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    group_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: NewRenewal,

) -> RenewalDetail | None:
    """ Plan Renewal

     Ask a group's owner to make a new one and carry over who matters.

    404 `groups.unknown`; 409 `groupwatch.renewing`, `groupwatch.nobody_to_ask`,
    `groupwatch.foreign_owner`.

    Args:
        group_id (int):
        body (NewRenewal): A renewal of a group; name and notice are ready for the owner to paste.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RenewalDetail
     """


    return (await asyncio_detailed(
        group_id=group_id,
client=client,
body=body,

    )).parsed
