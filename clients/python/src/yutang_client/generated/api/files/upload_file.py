from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.body_upload_file import BodyUploadFile
from ...models.file_read import FileRead
from ...models.upload_file_kind import UploadFileKind
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: BodyUploadFile,
    kind: UploadFileKind | Unset = UploadFileKind.IMAGE,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    params: dict[str, Any] = {}

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/files",
        "params": params,
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FileRead | None:
    if response.status_code == 201:
        response_201 = FileRead.from_dict(response.json())



        return response_201

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FileRead]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BodyUploadFile,
    kind: UploadFileKind | Unset = UploadFileKind.IMAGE,

) -> Response[FileRead]:
    """ Upload File

     Upload for welcomes: a picture (JPG or PNG, 10 MB), a film (MP4, 10 MB), any file (20 MB).

    What it is is read from its content, never from its name. 422 `files.unsupported`.

    Args:
        kind (UploadFileKind | Unset):  Default: UploadFileKind.IMAGE.
        body (BodyUploadFile):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FileRead]
     """


    kwargs = _get_kwargs(
        body=body,
kind=kind,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: BodyUploadFile,
    kind: UploadFileKind | Unset = UploadFileKind.IMAGE,

) -> FileRead | None:
    """ Upload File

     Upload for welcomes: a picture (JPG or PNG, 10 MB), a film (MP4, 10 MB), any file (20 MB).

    What it is is read from its content, never from its name. 422 `files.unsupported`.

    Args:
        kind (UploadFileKind | Unset):  Default: UploadFileKind.IMAGE.
        body (BodyUploadFile):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FileRead
     """


    return sync_detailed(
        client=client,
body=body,
kind=kind,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BodyUploadFile,
    kind: UploadFileKind | Unset = UploadFileKind.IMAGE,

) -> Response[FileRead]:
    """ Upload File

     Upload for welcomes: a picture (JPG or PNG, 10 MB), a film (MP4, 10 MB), any file (20 MB).

    What it is is read from its content, never from its name. 422 `files.unsupported`.

    Args:
        kind (UploadFileKind | Unset):  Default: UploadFileKind.IMAGE.
        body (BodyUploadFile):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FileRead]
     """


    kwargs = _get_kwargs(
        body=body,
kind=kind,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: BodyUploadFile,
    kind: UploadFileKind | Unset = UploadFileKind.IMAGE,

) -> FileRead | None:
    """ Upload File

     Upload for welcomes: a picture (JPG or PNG, 10 MB), a film (MP4, 10 MB), any file (20 MB).

    What it is is read from its content, never from its name. 422 `files.unsupported`.

    Args:
        kind (UploadFileKind | Unset):  Default: UploadFileKind.IMAGE.
        body (BodyUploadFile):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FileRead
     """


    return (await asyncio_detailed(
        client=client,
body=body,
kind=kind,

    )).parsed
