from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.body_groupcare_upload_attachment import BodyGroupcareUploadAttachment
from ...models.file_read import FileRead
from ...models.groupcare_upload_attachment_kind import GroupcareUploadAttachmentKind
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: BodyGroupcareUploadAttachment,
    kind: GroupcareUploadAttachmentKind | Unset = GroupcareUploadAttachmentKind.FILE,

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
        "url": "/api/group-welcomes/files",
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
    body: BodyGroupcareUploadAttachment,
    kind: GroupcareUploadAttachmentKind | Unset = GroupcareUploadAttachmentKind.FILE,

) -> Response[FileRead]:
    """ Upload Attachment

     Upload a file (20 MB) or a film (MP4, 10 MB) to attach; pictures go to `/api/files`.

    Args:
        kind (GroupcareUploadAttachmentKind | Unset):  Default:
            GroupcareUploadAttachmentKind.FILE.
        body (BodyGroupcareUploadAttachment):

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
    body: BodyGroupcareUploadAttachment,
    kind: GroupcareUploadAttachmentKind | Unset = GroupcareUploadAttachmentKind.FILE,

) -> FileRead | None:
    """ Upload Attachment

     Upload a file (20 MB) or a film (MP4, 10 MB) to attach; pictures go to `/api/files`.

    Args:
        kind (GroupcareUploadAttachmentKind | Unset):  Default:
            GroupcareUploadAttachmentKind.FILE.
        body (BodyGroupcareUploadAttachment):

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
    body: BodyGroupcareUploadAttachment,
    kind: GroupcareUploadAttachmentKind | Unset = GroupcareUploadAttachmentKind.FILE,

) -> Response[FileRead]:
    """ Upload Attachment

     Upload a file (20 MB) or a film (MP4, 10 MB) to attach; pictures go to `/api/files`.

    Args:
        kind (GroupcareUploadAttachmentKind | Unset):  Default:
            GroupcareUploadAttachmentKind.FILE.
        body (BodyGroupcareUploadAttachment):

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
    body: BodyGroupcareUploadAttachment,
    kind: GroupcareUploadAttachmentKind | Unset = GroupcareUploadAttachmentKind.FILE,

) -> FileRead | None:
    """ Upload Attachment

     Upload a file (20 MB) or a film (MP4, 10 MB) to attach; pictures go to `/api/files`.

    Args:
        kind (GroupcareUploadAttachmentKind | Unset):  Default:
            GroupcareUploadAttachmentKind.FILE.
        body (BodyGroupcareUploadAttachment):

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
