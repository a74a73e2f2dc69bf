"""ClickHouse's HTTP protocol over the engine in this process: no more than that.

It shows that the client speaks HTTP with the same SQL. What a server or a cluster does otherwise
than the embedded engine it cannot show.
"""

import asyncio
import json
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from chdb import session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.yutang.audience import store_folder

INSERT = re.compile(
    rb"\A\s*insert\s+into\s+(?:.(?!\bvalues\b|\bselect\b))*?\bformat\s+(\w+)[ \t]*(?:\r?\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
FORMAT = re.compile(rb"\bformat\s+(\w+)\s*;?\s*\Z", re.IGNORECASE)
OWN = {
    "query", "database", "session_id", "query_id", "wait_end_of_query", "default_format",
    "client_protocol_version", "enable_http_compression", "send_progress_in_http_headers",
    "http_headers_progress_interval_ms", "user", "password", "role", "compress", "buffer_size",
    "cancel_http_readonly_queries_on_client_close",
}  # fmt: skip
CODE = re.compile(r"Code: (\d+)")
_threads = threading.local()


def _session() -> Any:
    """A session serialises its callers: one for each thread."""
    if not hasattr(_threads, "session"):
        _threads.session = session.Session(str(store_folder()))  # type: ignore[no-untyped-call]
    return _threads.session


def _settled(settings: dict[str, str]) -> str:
    return ", ".join(f"{name} = '{value}'" for name, value in settings.items())


def _act(
    database: str, sql: bytes, params: dict[str, str], settings: dict[str, str], fmt: str
) -> tuple[bytes, str]:
    live = _session()
    if database:
        live.query(f"use `{database}`")
    if settings:
        live.query(f"set {_settled(settings)}")
    try:
        if found := INSERT.match(sql):
            head = re.sub(rb"\bformat\s+\w+\s*\Z", b"", sql[: found.end()], flags=re.IGNORECASE)
            with live.send_insert(head.decode(), found[1].decode()) as rows:
                if found.end() < len(sql):
                    rows.append(sql[found.end() :])
                rows.finish()
            return b"", ""
        if told := FORMAT.search(sql):
            fmt, sql = told[1].decode(), sql[: told.start()]
        answer = live.query(sql.decode(), fmt, params=params)
        return answer.bytes() or b"", fmt
    finally:
        if settings:
            live.query("set " + ", ".join(f"{name} = default" for name in settings))


async def answer(request: Request) -> Response:
    """One query."""
    asked = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("multipart/"):
        # Parameters too long for an address come as a form.
        async with request.form() as form:
            asked |= {name: str(value) for name, value in form.items()}
        body = b""
    else:
        body = await request.body()
    query = asked.get("query", "").encode()
    sql = query + b"\n" + body if query and body else query or body
    params = {name[6:]: value for name, value in asked.items() if name.startswith("param_")}
    settings = {
        name: value
        for name, value in asked.items()
        if name not in OWN and not name.startswith("param_")
    }
    fmt = request.headers.get("x-clickhouse-format") or asked.get("default_format", "TabSeparated")
    try:
        data, fmt = await asyncio.to_thread(
            _act, asked.get("database", ""), sql, params, settings, fmt
        )
    except Exception as error:  # noqa: BLE001 - whatever the engine says goes to the client
        code = told[1] if (told := CODE.search(str(error))) else "1001"
        return Response(str(error), 500, {"X-ClickHouse-Exception-Code": code})
    headers = {"X-ClickHouse-Summary": json.dumps({}), "X-ClickHouse-Timezone": "UTC"}
    return Response(data, 200, headers | ({"X-ClickHouse-Format": fmt} if fmt else {}))


async def ping(_: Request) -> Response:
    """Whether it is there."""
    return Response("Ok.\n")


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    """Its port."""
    app = Starlette(
        routes=[Route("/ping", ping), Route("/", answer, methods=["GET", "POST"])],
    )
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", access_log=False)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        await running
