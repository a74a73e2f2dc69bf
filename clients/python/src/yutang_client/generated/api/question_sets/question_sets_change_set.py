from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.set_change import SetChange
from ...models.set_list import SetList
from typing import cast



def _get_kwargs(
    set_id: int,
    *,
    body: SetChange,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/question-sets/{set_id}".format(set_id=quote(str(set_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> SetList | None:
    if response.status_code == 200:
        response_200 = SetList.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[SetList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SetChange,

) -> Response[SetList]:
    """ Change Set

     Change a set: other questions make a new version, and old answers stay readable.

    404 `questions.unknown`, 409 `questions.changed_meanwhile`, `questions.name_taken`,
    422 `questions.bad_set`.

    Args:
        set_id (int):
        body (SetChange): A set as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SetList]
     """


    kwargs = _get_kwargs(
        set_id=set_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SetChange,

) -> SetList | None:
    """ Change Set

     Change a set: other questions make a new version, and old answers stay readable.

    404 `questions.unknown`, 409 `questions.changed_meanwhile`, `questions.name_taken`,
    422 `questions.bad_set`.

    Args:
        set_id (int):
        body (SetChange): A set as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SetList
     """


    return sync_detailed(
        set_id=set_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SetChange,

) -> Response[SetList]:
    """ Change Set

     Change a set: other questions make a new version, and old answers stay readable.

    404 `questions.unknown`, 409 `questions.changed_meanwhile`, `questions.name_taken`,
    422 `questions.bad_set`.

    Args:
        set_id (int):
        body (SetChange): A set as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SetList]
     """


    kwargs = _get_kwargs(
        set_id=set_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    set_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: SetChange,

) -> SetList | None:
    """ Change Set

     Change a set: other questions make a new version, and old answers stay readable.

    404 `questions.unknown`, 409 `questions.changed_meanwhile`, `questions.name_taken`,
    422 `questions.bad_set`.

    Args:
        set_id (int):
        body (SetChange): A set as it shall be; `version` is the one that was read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SetList
     """


    return (await asyncio_detailed(
        set_id=set_id,
client=client,
body=body,

    )).parsed
