"""The peer of `groups`, as the seven projects that were looked at do it.

For each callback of a group one groupchat/get; then all rows of its members are deleted and
inserted anew in one transaction. Who left is nowhere afterwards.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx2
import psycopg

AT_ONCE = 4
_TABLES = (
    """
    create table if not exists peer_chats (
      chat_id text primary key, name text, owner text, notice text)
    """,
    """
    create table if not exists peer_members (
      chat_id text, userid text, type int, join_time bigint, join_scene int, name text,
      primary key (chat_id, userid))
    """,
)
_CHAT = """
    insert into peer_chats values (%s, %s, %s, %s) on conflict (chat_id) do update
    set name = excluded.name, owner = excluded.owner, notice = excluded.notice
"""
_MEMBER = "insert into peer_members values (%s, %s, %s, %s, %s, %s)"


async def handle(url: str, dsn: str, credentials: dict[str, str], chats: Sequence[str]) -> int:
    """Handle a callback about each of these groups; returns how many calls were made."""
    async with (
        httpx2.AsyncClient(base_url=url, trust_env=False, timeout=60) as http,
        await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection,
    ):
        for table in _TABLES:
            await connection.execute(table)
        told = (await http.get("/cgi-bin/gettoken", params=credentials)).json()
        token = told["access_token"]

        async def work(own: Sequence[str]) -> int:
            done = 0
            async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as mine:
                for chat_id in own:
                    answer = await http.post(
                        "/cgi-bin/externalcontact/groupchat/get",
                        params={"access_token": token},
                        json={"chat_id": chat_id, "need_name": 1},
                    )
                    done += 1
                    if answer.json()["errcode"] == 0:
                        await _write(mine, answer.json()["group_chat"])
            return done

        # One group is one connection's: two that rewrite it at once would refuse each other.
        parts = _apart(chats)
        return sum(await asyncio.gather(*map(work, parts)))


def _apart(chats: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[] for _ in range(AT_ONCE)]
    for chat_id in chats:
        parts[hash(chat_id) % AT_ONCE].append(chat_id)
    return parts


async def _write(connection: psycopg.AsyncConnection[Any], chat: dict[str, Any]) -> None:
    chat_id = chat["chat_id"]
    async with connection.transaction(), connection.cursor() as cursor:
        await cursor.execute(_CHAT, (chat_id, chat["name"], chat["owner"], chat.get("notice", "")))
        await cursor.execute("delete from peer_members where chat_id = %s", (chat_id,))
        await cursor.executemany(
            _MEMBER,
            [
                (chat_id, one["userid"], one["type"], one["join_time"], one["join_scene"],
                 one.get("name", ""))
                for one in chat["member_list"]
            ],
        )  # fmt: skip
