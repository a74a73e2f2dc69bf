from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.imports_list_targets_subject import ImportsListTargetsSubject
from ...models.target_list import TargetList
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    subject: ImportsListTargetsSubject | Unset = ImportsListTargetsSubject.MEMBERS,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_subject: str | Unset = UNSET
    if not isinstance(subject, Unset):
        json_subject = subject.value

    params["subject"] = json_subject


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/imports/targets",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> TargetList | None:
    if response.status_code == 200:
        response_200 = TargetList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[TargetList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    subject: ImportsListTargetsSubject | Unset = ImportsListTargetsSubject.MEMBERS,

) -> Response[TargetList]:
    """ List Targets

     What a column can become, of customers, of orders or of events.

    Of events any further column can become `prop:<name>`; `kinds` are what may have happened.

    Args:
        subject (ImportsListTargetsSubject | Unset):  Default: ImportsListTargetsSubject.MEMBERS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetList]
     """


    kwargs = _get_kwargs(
        subject=subject,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    subject: ImportsListTargetsSubject | Unset = ImportsListTargetsSubject.MEMBERS,

) -> TargetList | None:
    """ List Targets

     What a column can become, of customers, of orders or of events.

    Of events any further column can become `prop:<name>`; `kinds` are what may have happened.

    Args:
        subject (ImportsListTargetsSubject | Unset):  Default: ImportsListTargetsSubject.MEMBERS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetList
     """


    return sync_detailed(
        client=client,
subject=subject,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    subject: ImportsListTargetsSubject | Unset = ImportsListTargetsSubject.MEMBERS,

) -> Response[TargetList]:
    """ List Targets

     What a column can become, of customers, of orders or of events.

    Of events any further column can become `prop:<name>`; `kinds` are what may have happened.

    Args:
        subject (ImportsListTargetsSubject | Unset):  Default: ImportsListTargetsSubject.MEMBERS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TargetList]
     """


    kwargs = _get_kwargs(
        subject=subject,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    subject: ImportsListTargetsSubject | Unset = ImportsListTargetsSubject.MEMBERS,

) -> TargetList | None:
    """ List Targets

     What a column can become, of customers, of orders or of events.

    Of events any further column can become `prop:<name>`; `kinds` are what may have happened.

    Args:
        subject (ImportsListTargetsSubject | Unset):  Default: ImportsListTargetsSubject.MEMBERS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TargetList
     """


    return (await asyncio_detailed(
        client=client,
subject=subject,

    )).parsed
