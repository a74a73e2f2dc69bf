"""Rule groups of customers (document 94883); the Moments area has the same ones of its own.

One that has others beneath it takes them along when it is deleted.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.paging import page

from . import checks
from .state import CUSTOMERS, Kind, Strategy, beneath, found, lineage, next_id, of_kind

PAGE = 1000
Does = Callable[[Call, Kind], Awaitable[dict[str, Any]]]


def _more(cursor: str) -> dict[str, str]:
    return {"next_cursor": cursor} if cursor else {}


async def list_strategies(call: Call, kind: Kind) -> dict[str, Any]:
    """Ids of those that the app made."""
    mine = [r for r in of_kind(call.corp, kind).values() if r.agentid == call.app.agentid]
    rows, cursor = page(mine, call.body, default=PAGE, most=PAGE, name=kind.name)
    return {"strategy": [{"strategy_id": row.strategy_id} for row in rows], **_more(cursor)}


async def get(call: Call, kind: Kind) -> dict[str, Any]:
    """One, with the privileges it has from its first level."""
    row = checks.known(call, kind)
    return {
        "strategy": {
            "strategy_id": row.strategy_id,
            "parent_id": row.parent_id,
            "strategy_name": row.strategy_name,
            "create_time": row.create_time,
            "admin_list": row.admin_list,
            "privilege": lineage(call.corp, kind, row)[-1].privilege,
        }
    }


async def get_range(call: Call, kind: Kind) -> dict[str, Any]:
    """Its members and departments."""
    row = checks.known(call, kind)
    nodes: list[dict[str, Any]] = [
        {"type": checks.MEMBER, "userid": userid} for userid in row.users
    ] + [{"type": checks.DEPARTMENT, "partyid": party} for party in row.parties]
    name = f"{kind.name}/{row.strategy_id}"
    rows, cursor = page(nodes, call.body, default=PAGE, most=PAGE, name=name)
    return {"range": rows, **_more(cursor)}


async def create(call: Call, kind: Kind) -> dict[str, Any]:
    """Make one, of the first level or beneath another."""
    above = checks.parent(call, kind)
    name = fields.text(call.body, "strategy_name")
    admins = checks.admins(call, required=True)
    privilege = checks.privilege(call.body, kind)
    users, parties = checks.nodes(call, "range")
    checks.within(call, above, users, parties)
    checks.few_enough(call, len(users) + len(parties))
    row = Strategy(
        next_id(call.corp),
        above.strategy_id if above is not None else 0,
        name,
        call.world.clock.seconds(),
        admins,
        privilege,
        call.app.agentid,
        users,
        parties,
    )
    of_kind(call.corp, kind)[row.strategy_id] = row
    call.world.changed()
    return {"strategy_id": row.strategy_id}


async def edit(call: Call, kind: Kind) -> dict[str, Any]:
    """Change what the body names; admins and privileges are replaced, the range is not."""
    row = checks.known(call, kind)
    name = fields.optional_text(call.body, "strategy_name")
    admins = checks.admins(call, required=False)
    privilege = checks.privilege(call.body, kind)
    users, parties = checks.nodes(call, "range_add")
    gone_users, gone_parties = checks.nodes(call, "range_del", seen=False)
    above = found(call.corp, kind, row.parent_id, call.app.agentid)
    checks.within(call, above, users, parties)
    kept_users = [user for user in row.users if user not in set(gone_users)]
    kept_parties = [party for party in row.parties if party not in set(gone_parties)]
    users, parties = (
        list(dict.fromkeys([*kept_users, *users])),
        list(dict.fromkeys([*kept_parties, *parties])),
    )
    checks.few_enough(call, len(users) + len(parties))
    row.users, row.parties = users, parties
    row.strategy_name = name or row.strategy_name
    row.admin_list = admins or row.admin_list
    if call.body.get("privilege") is not None:
        row.privilege = privilege
    call.world.changed()
    return {}


async def delete(call: Call, kind: Kind) -> dict[str, Any]:
    """Delete it and all beneath it."""
    row = checks.known(call, kind)
    for strategy_id in beneath(call.corp, kind, row.strategy_id):
        del of_kind(call.corp, kind)[strategy_id]
    call.world.changed()
    return {}


def verbs(kind: Kind) -> dict[str, Verb]:
    """The six calls of one kind of rule group."""

    def verb(do: Does, kept: dict[str, Any] | None = None, open_: str = "") -> Verb:
        async def bound(call: Call) -> dict[str, Any]:
            return await do(call, kind)

        return Verb("POST", bound, kept or {}, document=kind.document, open=open_)

    path = f"externalcontact/{kind.name}"
    return {
        f"{path}/list": verb(list_strategies, {"strategy": []}),
        f"{path}/get": verb(get),
        f"{path}/get_range": verb(get_range, {"range": []}),
        f"{path}/create": verb(
            create, None, "The super admin, who may not be an admin here, is nobody in particular."
        ),
        f"{path}/edit": verb(edit, None, "A range that shrinks leaves those beneath it as wide."),
        f"{path}/del": verb(delete, None, "What becomes of those beneath: they go along."),
    }


VERBS = verbs(CUSTOMERS)
