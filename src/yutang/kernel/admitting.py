"""A call at the door, once it is known who asks: counted, and answered once per idempotency key."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from typing_extensions import override

from . import idempotency
from .rates import Rates
from .runtime import Runtime

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

KEY_HEADER = "Idempotency-Key"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class ReplayedError(Exception):
    """Not a failure: the call was answered before, and this is the answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


async def admit(request: Request, runtime: Runtime, corp_id: int, actor: str, caller: str) -> None:
    """Count the call of `caller`, and claim the idempotency key of `actor` if he gave one.

    Raises TooManyCallsError, what `idempotency.claim` raises, and ReplayedError.
    """
    limit = runtime.settings.calls_per_minute
    rates = runtime.once(Rates, lambda: Rates(runtime.database, limit))
    request.state.allowance = await rates.take(corp_id, caller)
    key = request.headers.get(KEY_HEADER)
    if key is None or request.method in SAFE:
        return
    kind = request.headers.get("Content-Type", "application/json")
    if kind.partition(";")[0].strip().lower() != "application/json":
        raise idempotency.NotForFilesError
    address = request.url.path + "?" + request.url.query
    asked = idempotency.hash_request(request.method, address, await request.body())
    found = await idempotency.claim(runtime, corp_id, actor, key, asked)
    if isinstance(found, idempotency.Claim):
        request.state.claim = found
        return
    answer = Response(found.body, found.status, {"Idempotency-Replayed": "true"})
    if found.body:
        answer.headers["Content-Type"] = "application/json"
    raise ReplayedError(answer)


class AnsweredRoute(APIRoute):
    """A route whose answer is kept under the idempotency key of its call, if it has one.

    The endpoint's transaction is still open when its answer is made: both are kept or neither.
    """

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        if SAFE.issuperset(self.methods or ()):
            return handle

        async def handler(request: Request) -> Response:
            try:
                answer = await handle(request)
                await _keep(request, answer)
            except ReplayedError as replayed:
                return replayed.answer
            except Exception:
                claim: idempotency.Claim | None = getattr(request.state, "claim", None)
                if claim is not None:
                    await idempotency.let_go(request.app.state.runtime.database, claim)
                raise
            return answer

        return handler


async def _keep(request: Request, answer: Response) -> None:
    claim: idempotency.Claim | None = getattr(request.state, "claim", None)
    if claim is None:
        return
    runtime: Runtime = request.app.state.runtime
    if answer.status_code >= 400:  # noqa: PLR2004 - where HTTP's refusals begin
        await idempotency.let_go(runtime.database, claim)
        return
    kept = bytes(answer.body) if _may_be_kept(answer) else None
    acting: AsyncSession | None = getattr(request.state, "acting", None)
    if acting is not None:
        await idempotency.keep(runtime, acting, claim, answer.status_code, kept)
        return
    async with runtime.database.owner() as session:
        await idempotency.keep(runtime, session, claim, answer.status_code, kept)


def _may_be_kept(answer: Response) -> bool:
    if not hasattr(answer, "body") or "no-store" in answer.headers.get("Cache-Control", ""):
        return False
    kind = answer.headers.get("Content-Type", "")
    return not answer.body or kind.startswith("application/json")
