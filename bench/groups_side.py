"""The emulator of `groups`, a process of its own."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2

from yutang.cli.demo.stack import free_ports

from .callbacks import CORPID
from .emulator import SECRET
from .servers import until_answers


@dataclass(frozen=True, slots=True)
class Side:
    """The emulator."""

    pid: int
    http: httpx2.AsyncClient

    async def ask(self, path: str, body: object = None, /, **query: Any) -> Any:
        """Its control API: POST with a body, GET without."""
        if body is None:
            answer = await self.http.get(f"/emulator/{path}", params=query)
        else:
            answer = await self.http.post(f"/emulator/{path}", json=body)
        return answer.raise_for_status().json()


@asynccontextmanager
async def open_side(staff: int, customers: int, groups: int) -> AsyncIterator[Side]:
    """Serve a generated company until the block ends."""
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port),
        "--staff", str(staff), "--customers", str(customers),
        "--groups", str(groups), "--tags", "10", "--seed", "7",
        "--corpid", CORPID, "--secret", SECRET,
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await until_answers(process, f"{url}/healthz")
        async with httpx2.AsyncClient(base_url=url, trust_env=False, timeout=900) as http:
            yield Side(process.pid, http)
    finally:
        process.terminate()
        await process.wait()
