"""The connection over HTTP, and the files WeCom looks for at the root of the site."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.responses import PlainTextResponse, Response

from yutang.kernel.languages import Language, choose_language
from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps.schemas import AppKeys

from . import service
from .schemas import CheckList, ConnectionRead, VerifyFileUpload

router = APIRouter(prefix="/wecom/connection", tags=["connection"])
site = APIRouter()

_READ = [Depends(needs("settings.read"))]
_WRITE = [Depends(needs("settings.write"))]


@router.get("", dependencies=_READ)
async def read_connection(principal: CurrentPrincipal, runtime: CurrentRuntime) -> ConnectionRead:
    """Corp, apps, callback addresses, last callbacks and refusals, files; never a secret."""
    async with runtime.database.owner() as session:
        return await service.read_connection(session, runtime, principal.corp_id)


@router.post("/checks", dependencies=_WRITE)
async def run_checks(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    lang: Language | None = None,
    accept_language: Annotated[str, Header()] = "",
) -> CheckList:
    """Ask WeCom and this installation's own public address now; takes up to 30 s.

    Every app answers for `token`, `trusted_ip`, `visible_range`, `customer_contact`, `contacts`,
    `callback` and `js_sdk`, the corp for `clock` and `quotas`. A failed check never hides another;
    `unknown` names what must be mended first. Words are in `lang`, else in the language that
    Accept-Language prefers, else Chinese. Nothing is written to WeCom.
    """
    language = lang or choose_language(accept_language, "zh")
    return await service.run_checks(runtime, principal.corp_id, language)


@router.put("/apps/{agent_id}", status_code=204, dependencies=_WRITE)
async def replace_app_keys(
    agent_id: int, body: AppKeys, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Replace an app's secret, callback token or EncodingAESKey; what is left out stays.

    Every process uses them within 30 s. 422 `corps.bad_callback_key`, `corps.bad_callback_token`,
    `corps.nothing_to_replace`; 404 `corps.unknown`.
    """
    async with runtime.database.owner() as session:
        await service.replace_app_keys(
            session, runtime, principal.corp_id, agent_id, body, principal.actor
        )


@router.post("/verify-files", status_code=204, dependencies=_WRITE)
async def upload_verify_file(
    body: VerifyFileUpload, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Serve a `WW_verify_*.txt` at the root of the site; one of the same name is replaced.

    422 `connection.bad_verify_file`; 409 `connection.verify_file_taken`.
    """
    async with runtime.database.owner() as session:
        await service.upload_verify_file(
            session, principal.corp_id, body, principal.actor, runtime.clock()
        )


@router.delete("/verify-files/{name}", status_code=204, dependencies=_WRITE)
async def delete_verify_file(
    name: str, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Stop serving a file; 404 `connection.unknown_verify_file`."""
    async with runtime.database.owner() as session:
        await service.delete_verify_file(session, principal.corp_id, name, principal.actor)


@site.get("/WW_verify_{token}.txt", include_in_schema=False)
async def serve_verify_file(token: str, runtime: CurrentRuntime) -> Response:
    """What WeCom fetches to see that the domain is ours."""
    async with runtime.database.owner() as session:
        content = await service.serve_verify_file(session, f"WW_verify_{token}.txt")
    # Asked for anew each time: a replaced file must count at once.
    return PlainTextResponse(content, headers={"Cache-Control": "no-store"})
