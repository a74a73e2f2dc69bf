"""Members leave, and people accept or refuse to be handed to another one."""

from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.areas.contacts.state import remove_member
from wecom_emulator.areas.handover import state
from wecom_emulator.areas.handover.state import WAITING, Handover
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, Empty, Query, declare
from .plumbing import Act, member_of


class Decision(Body):
    """Yes or no."""

    accept: bool
    handover_userid: str | None = None


class OfSomebody(Query):
    """Whose."""

    external_userid: str | None = None


class TransferRow(Answer):
    """A handover."""

    external_userid: str
    handover_userid: str
    takeover_userid: str
    status: int
    """1 taken over, 2 waits, 3 refused, 4 the new member has too many customers, as WeCom says."""
    takeover_time: int
    """Unix seconds by the emulator's clock; 0 while it waits."""


@declare(answers=Empty, tells=("delete_user",))
async def resign(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A member leaves the corp; his customers and groups wait for somebody."""
    remove_member(world, corp, member_of(corp, request.path_params["userid"]))
    links.watch(world, corp)
    return {}


@declare(
    takes=Decision,
    answers=TransferRow,
    tells=("add_external_contact", "del_external_contact", "transfer_fail"),
)
async def answer(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A person accepts his handover before its 24 hours are over, or refuses it.

    `handover_userid` says whose, where several members hand him over at once.
    """
    external = request.path_params["external_userid"]
    accept = body["accept"]
    if not isinstance(accept, bool):
        message = "accept is true or false"
        raise TypeError(message)
    wanted = body.get("handover_userid")
    waiting = [
        transfer
        for transfer in state.transfers_of(corp, external)
        if transfer.status == WAITING and wanted in {None, transfer.handover}
    ]
    if not waiting:
        message = f"{external} is not being handed over"
        raise acts.ImpossibleActError(message)
    transfer = waiting[0]
    if accept:
        state.complete(world, corp, transfer)
    else:
        state.refuse(world, corp, transfer)
    return _shown(transfer)


def _shown(transfer: state.Transfer) -> dict[str, Any]:
    return {
        "external_userid": transfer.external_userid,
        "handover_userid": transfer.handover,
        "takeover_userid": transfer.takeover,
        "status": transfer.status,
        "takeover_time": transfer.takeover_time,
    }


@declare(asks=OfSomebody, answers=list[TransferRow])
async def read_transfers(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """All handovers of customers, oldest first; of one person with `external_userid`."""
    del world
    wanted = request.query_params.get("external_userid")
    found = corp.of(Handover).transfers if wanted is None else state.transfers_of(corp, wanted)
    return [_shown(transfer) for transfer in found]


ACTS: dict[str, Act] = {
    "staff/{userid}/resign": resign,
    "transfers/{external_userid}": answer,
}
VIEWS: dict[str, Act] = {"transfers": read_transfers}
