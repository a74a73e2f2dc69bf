from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...types import UNSET, Unset



def _get_kwargs(
    *,
    code: str | Unset = '',
    state: str | Unset = '',

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["code"] = code

    params["state"] = state


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/staff/sign-in/done",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | None:
    if response.status_code == 302:
        return None

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = '',
    state: str | Unset = '',

) -> Response[Any]:
    """ End Sign In

     Where WeCom sends the browser back to: redeems `code` once, opens a session of 7 days.

    Sets the cookie `yutang_staff` and leads to the page that was asked for; a refusal leads to a
    page that tells it (`staff.wrong_state`, `staff.code_refused`, `staff.not_a_member`,
    `staff.left`, `staff.wecom_refused`, `staff.wecom_silent`).

    Args:
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        code=code,
state=state,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = '',
    state: str | Unset = '',

) -> Response[Any]:
    """ End Sign In

     Where WeCom sends the browser back to: redeems `code` once, opens a session of 7 days.

    Sets the cookie `yutang_staff` and leads to the page that was asked for; a refusal leads to a
    page that tells it (`staff.wrong_state`, `staff.code_refused`, `staff.not_a_member`,
    `staff.left`, `staff.wecom_refused`, `staff.wecom_silent`).

    Args:
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any]
     """


    kwargs = _get_kwargs(
        code=code,
state=state,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

