from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.body_staff_pages_show_own_proof import BodyStaffPagesShowOwnProof
from ...models.own_proof import OwnProof
from typing import cast



def _get_kwargs(
    task_id: int,
    *,
    body: BodyStaffPagesShowOwnProof,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/staff/tasks/{task_id}/proof".format(task_id=quote(str(task_id), safe=""),),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OwnProof | None:
    if response.status_code == 200:
        response_200 = OwnProof.from_dict(response.json())



        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OwnProof]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyStaffPagesShowOwnProof,

) -> Response[OwnProof]:
    """ Show Own Proof

     Upload a picture (JPG or PNG, at most 10 MB) that shows what was done; a second replaces it.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `files.unsupported`.

    Args:
        task_id (int):
        body (BodyStaffPagesShowOwnProof):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnProof]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyStaffPagesShowOwnProof,

) -> OwnProof | None:
    """ Show Own Proof

     Upload a picture (JPG or PNG, at most 10 MB) that shows what was done; a second replaces it.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `files.unsupported`.

    Args:
        task_id (int):
        body (BodyStaffPagesShowOwnProof):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnProof
     """


    return sync_detailed(
        task_id=task_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyStaffPagesShowOwnProof,

) -> Response[OwnProof]:
    """ Show Own Proof

     Upload a picture (JPG or PNG, at most 10 MB) that shows what was done; a second replaces it.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `files.unsupported`.

    Args:
        task_id (int):
        body (BodyStaffPagesShowOwnProof):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OwnProof]
     """


    kwargs = _get_kwargs(
        task_id=task_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    task_id: int,
    *,
    client: AuthenticatedClient | Client,
    body: BodyStaffPagesShowOwnProof,

) -> OwnProof | None:
    """ Show Own Proof

     Upload a picture (JPG or PNG, at most 10 MB) that shows what was done; a second replaces it.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `files.unsupported`.

    Args:
        task_id (int):
        body (BodyStaffPagesShowOwnProof):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OwnProof
     """


    return (await asyncio_detailed(
        task_id=task_id,
client=client,
body=body,

    )).parsed
