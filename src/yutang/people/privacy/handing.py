"""All that is known of one person, as a file he can be given."""

import asyncio
import html
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.exports import service as exports

from . import persons as people
from .persons import PAGES, Persons
from .proving import STYLE
from .schemas import Facts
from .tables import files_of, rules
from .wording import Language, say, table_name

HIDDEN: Final = frozenset(
    {"corp_id", "grams", "name_sort", "sealed", "said", "era", "xid", "tail", "key", "token_hash"}
)
"""What only serves finding, or is no fact about the person."""
_ENDINGS: Final = {"image/jpeg": "jpg", "image/png": "png"}
_AUDIT = text(
    "select at, action from audit_entries"
    " where corp_id = :corp_id and target = :target order by at, id limit 10000"
)
_NAMES: Final = {
    "staff_id": text("select id, name from staff where corp_id = :corp_id and id = any(:ids)"),
    "tag_id": text("select id, name from tags where corp_id = :corp_id and id = any(:ids)"),
    "field_id": text("select id, name from fields where corp_id = :corp_id and id = any(:ids)"),
}


async def write_person(runtime: Runtime, corp_id: int, export_id: int) -> None:
    """Write the file of a registered export of one person."""
    await exports.fill(runtime, corp_id, export_id, _write)


async def _write(runtime: Runtime, row: Any, path: Path) -> int:
    customer_id, language = int(row.wanted["ids"][0]), row.wanted["language"]
    facts = await gather(runtime, row.corp_id, customer_id)
    uploads = await _uploads(runtime, row.corp_id, facts)
    made = f"{runtime.clock():%Y-%m-%d %H:%M %Z}"
    draft = path.with_suffix(".draft")
    await asyncio.to_thread(_pack, draft, facts, uploads, language, made)
    await asyncio.to_thread(draft.replace, path)
    return 1


async def gather(runtime: Runtime, corp_id: int, customer_id: int) -> Facts:
    """Rows by table; phones in full, names of members, tags and fields beside their numbers.

    Raises UnknownCustomerError.
    """
    async with people.unhurried(runtime) as session:
        await customers.demand_known(session, corp_id, customer_id)
        person = await people.find(session, corp_id, [customer_id])
        found: Facts = {}
        for rule in rules():
            if not rule.handed_out:
                continue
            rows: list[dict[str, Any]] = []
            if rule.scan:
                for start in range(0, await people.pages_of(session, rule) + 1, PAGES):
                    rows += await people.read_rows(session, person, rule, (start, start + PAGES))
            else:
                rows = await people.read_rows(session, person, rule)
            found[rule.table] = rows
        asked = {"corp_id": corp_id, "target": f"customer:{customer_id}"}
        found["audit_entries"] = [
            {"at": one.at.isoformat(), "action": one.action}
            for one in await session.execute(_AUDIT, asked)
        ]
        names = {
            key: await _names(session, statement, person, found, key)
            for key, statement in _NAMES.items()
        }
    for table, rows in found.items():
        found[table] = [_told(runtime, table, row, names) for row in rows]
    return found


async def _uploads(runtime: Runtime, corp_id: int, facts: Facts) -> dict[str, Path]:
    """Pictures uploaded for the person, by their place in the file; `facts` tells of them too."""
    ids = {
        row[column]
        for table, column in files_of()
        for row in facts.get(table, [])
        if row.get(column) is not None
    }
    async with people.unhurried(runtime) as session:
        found = await files.find_many(session, corp_id, ids)
    called = {one.id: f"files/{one.id}.{_ENDINGS.get(one.media_type, 'bin')}" for one in found}
    facts["files"] = [
        {
            "id": one.id,
            "name": one.name,
            "media_type": one.media_type,
            "bytes": one.bytes,
            "created_at": one.created_at.isoformat(),
            "place": called[one.id],
        }
        for one in found
    ]
    return {called[one.id]: files.place(runtime.settings.home, one) for one in found}


async def _names(
    session: AsyncSession, statement: Any, person: Persons, found: Facts, key: str
) -> dict[int, str]:
    ids = {row[key] for rows in found.values() for row in rows if row.get(key) is not None}
    asked = {"corp_id": person.corp_id, "ids": sorted(ids)}
    return {one.id: one.name for one in await session.execute(statement, asked)}


def _told(
    runtime: Runtime, table: str, row: dict[str, Any], names: dict[str, dict[int, str]]
) -> dict[str, Any]:
    told = {key: value for key, value in row.items() if key not in HIDDEN}
    if table == "customer_identities" and row.get("sealed"):
        sealed = bytes.fromhex(str(row["sealed"]).removeprefix("\\x"))
        told["value"] = runtime.vault.unseal(sealed, "customer_identities.phone")
    if table == "event_quarantine" and row.get("sealed"):
        sealed = bytes.fromhex(str(row["sealed"]).removeprefix("\\x"))
        told["props"] = json.loads(runtime.vault.unseal(sealed, "event_quarantine.sealed"))
    for key, called in names.items():
        if row.get(key) in called:
            told[key.removesuffix("_id")] = called[row[key]]
    return told


def _pack(
    path: Path, facts: Facts, uploads: Mapping[str, Path], language: Language, made: str
) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("data.json", json.dumps(facts, ensure_ascii=False, indent=2, default=str))
        pack.writestr("index.html", page(facts, language, made))
        for name, source in uploads.items():
            pack.write(source, name)


def page(facts: Facts, language: Language, made: str) -> str:
    """The same for reading."""
    parts = [
        (
            f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
            f"<title>{html.escape(say('person.title', language))}</title><style>{STYLE}</style>"
            f"<h1>{html.escape(say('person.title', language))}</h1>"
            f"<p>{html.escape(say('person.made', language))}: {html.escape(made)}</p>"
            f"<p>{html.escape(say('person.files', language))}</p>"
        )
    ]
    for table, rows in facts.items():
        if not rows:
            continue
        called = html.escape(table_name(table, language))
        count = f"{len(rows):,} {html.escape(say('person.rows', language))}"
        parts.append(f"<h2>{called} <small>· {count}</small></h2><table>")
        for row in rows:
            cells = "; ".join(
                f"<b>{html.escape(key)}</b> {html.escape(_cell(value))}"
                for key, value in row.items()
                if value not in (None, "", [], {})
            )
            parts.append(f"<tr><td>{cells}</td></tr>")
        parts.append("</table>")
    empty = [html.escape(table_name(table, language)) for table, rows in facts.items() if not rows]
    parts.append(f"<h2>{html.escape(say('person.empty', language))}</h2><p>{' · '.join(empty)}</p>")
    return "".join(parts) + "</html>"


def _cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
