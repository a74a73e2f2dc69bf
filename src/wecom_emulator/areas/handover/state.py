"""What is kept: customers and groups handed to another member."""

from dataclasses import dataclass, field

from wecom_emulator import acts, grouping
from wecom_emulator.capacity import room_of
from wecom_emulator.history import remember
from wecom_emulator.state import SHOWN, Corp, Group, Relation
from wecom_emulator.timers import set_timer
from wecom_emulator.world import World

DONE, WAITING, REFUSED, FULL = 1, 2, 3, 4
"""How a handover stands, as transfer_result names it."""
BY_ASSIGNMENT = 202
"""The add_way of whom an administrator assigned."""
DAY = 24 * 3600
GREETING = "您好,您的服务已升级,后续将由我的同事接替我为您服务。"
"""What a customer reads where the app said nothing of its own; our own words."""
CUSTOMER_TIMER, GROUP_TIMER = "handover.customer", "handover.group"


@dataclass(slots=True)
class Transfer:
    """One attempt to hand one customer over."""

    handover: str
    takeover: str
    external_userid: str
    started_at: float
    due_at: float
    on_job: bool
    message: str = ""
    status: int = WAITING
    done_at: float = 0.0

    @property
    def takeover_time(self) -> int:
        """When the other member has him, or will; 0 for an attempt that came to nothing."""
        moments = {DONE: self.done_at, WAITING: self.due_at}
        return int(moments.get(self.status, 0))


@dataclass(slots=True)
class Handover:
    """All attempts, oldest first, with their places by customer and by pair of members."""

    transfers: list[Transfer] = field(default_factory=list)
    by_customer: dict[str, list[int]] = field(default_factory=dict)
    by_pair: dict[str, list[int]] = field(default_factory=dict)
    groups_moved: dict[str, list[float]] = field(default_factory=dict)
    """By source member, when his groups were handed over."""


def _pair(handover: str, takeover: str) -> str:
    return f"{handover}\n{takeover}"


def transfers_of(corp: Corp, external_userid: str) -> list[Transfer]:
    """All attempts with one customer, oldest first."""
    kept = corp.of(Handover)
    return [kept.transfers[place] for place in kept.by_customer.get(external_userid, [])]


def transfers_between(corp: Corp, handover: str, takeover: str, *, on_job: bool) -> list[Transfer]:
    """All attempts between two members, oldest first."""
    kept = corp.of(Handover)
    places = kept.by_pair.get(_pair(handover, takeover), [])
    return [t for place in places if (t := kept.transfers[place]).on_job is on_job]


def is_waiting(corp: Corp, handover: str, external_userid: str) -> bool:
    """Whether the customer is being handed over by this member."""
    found = transfers_of(corp, external_userid)
    return any(t.status == WAITING and t.handover == handover for t in found)


def start(world: World, corp: Corp, transfer: Transfer) -> None:
    """It completes by itself when its time has come, unless the customer refuses."""
    kept, place = corp.of(Handover), len(corp.of(Handover).transfers)
    kept.transfers.append(transfer)
    kept.by_customer.setdefault(transfer.external_userid, []).append(place)
    kept.by_pair.setdefault(_pair(transfer.handover, transfer.takeover), []).append(place)
    set_timer(corp, transfer.due_at, CUSTOMER_TIMER, str(place))
    world.changed()


def ripen(world: World, corp: Corp, place: str) -> None:
    """The 24 hours are over."""
    transfer = corp.of(Handover).transfers[int(place)]
    if transfer.status == WAITING:
        complete(world, corp, transfer)


def refuse(world: World, corp: Corp, transfer: Transfer) -> None:
    """The customer stays with whom he knows."""
    _fail(world, corp, transfer, REFUSED, "customer_refused")


def complete(world: World, corp: Corp, transfer: Transfer) -> None:
    """The customer becomes the other member's; who deleted the old one meanwhile, refused."""
    old = corp.relation(transfer.handover, transfer.external_userid)
    takeover = corp.staff.get(transfer.takeover)
    if old is None or old.state != "whole" or takeover is None:
        refuse(world, corp, transfer)
        return
    known = corp.relation(transfer.takeover, transfer.external_userid)
    friends = known is not None and known.state in SHOWN
    if not friends and not room_of(world, corp, transfer.takeover):
        _fail(world, corp, transfer, FULL, "customer_limit_exceed")
        return
    came_from_him = any(
        earlier.status == DONE and earlier.handover == transfer.takeover
        for earlier in transfers_of(corp, transfer.external_userid)
    )
    transfer.status, transfer.done_at = DONE, world.clock.now()
    if not friends:
        _take_over(world, corp, transfer, silent=came_from_him)
    old.state, old.ended_by, old.tags = "gone", "transfer", []
    if transfer.on_job and transfer.handover in corp.staff:
        world.deliveries.send(
            corp,
            {
                "Event": acts.CONTACT,
                "ChangeType": "del_external_contact",
                "UserID": transfer.handover,
                "ExternalUserID": transfer.external_userid,
                "Source": "DELETE_BY_TRANSFER",
            },
        )
        words = {"text": transfer.message or GREETING, "attachments": []}
        acts.receive(world, corp, transfer.takeover, transfer.external_userid, "transfer", words)
    world.changed()


def _take_over(world: World, corp: Corp, transfer: Transfer, *, silent: bool) -> None:
    now = world.clock.now()
    relation = corp.put(
        Relation(
            transfer.takeover,
            transfer.external_userid,
            "whole",
            int(now),
            add_way=BY_ASSIGNMENT,
            oper_userid=transfer.handover,
            began_at=now,
        )
    )
    remember(corp, now, "added", transfer.takeover, transfer.external_userid)
    if not silent:
        acts.assigned(world, corp, relation)


def _fail(world: World, corp: Corp, transfer: Transfer, status: int, reason: str) -> None:
    transfer.status = status
    if transfer.takeover in corp.staff:
        world.deliveries.send(
            corp,
            {
                "Event": acts.CONTACT,
                "ChangeType": "transfer_fail",
                "FailReason": reason,
                "UserID": transfer.takeover,
                "ExternalUserID": transfer.external_userid,
            },
        )
    world.changed()


def unassigned(corp: Corp, userids: list[str]) -> list[tuple[Relation, int]]:
    """Customers of members who left, whom nobody is about to take over, with when that was."""
    found = [
        (relation, corp.leavers[userid].left_at)
        for userid in userids
        for relation in corp.relations_by(userid)
        if relation.state in SHOWN and not is_waiting(corp, userid, relation.external_userid)
    ]
    return sorted(found, key=lambda row: (row[1], row[0].userid, row[0].external_userid))


def move_group(world: World, corp: Corp, group: Group, owner: str, *, on_job: bool) -> None:
    """Give a group to another member: at once, or of one who left after the switch's seconds."""
    now = world.clock.now()
    corp.of(Handover).groups_moved.setdefault(group.owner, []).append(now)
    chat = grouping.chat_of(corp, group)
    silent = not corp.switches.events_for_group_handover
    if on_job:
        chat.moved.append(now)
    elif corp.switches.group_handover_takes_seconds:
        chat.status = grouping.INHERITING
        due = now + corp.switches.group_handover_takes_seconds
        set_timer(corp, due, GROUP_TIMER, f"{group.chat_id}\n{owner}")
        world.changed()
        return
    else:
        chat.status = grouping.INHERITED
    grouping.change_owner(world, corp, group, owner, silent=silent)


def arrive(world: World, corp: Corp, key: str) -> None:
    """A group whose owner left reaches the new one, if he is still here."""
    chat_id, owner = key.split("\n")
    group = corp.groups[chat_id]
    chat = grouping.chat_of(corp, group)
    if group.dismissed or owner not in corp.staff or owner == group.owner:
        chat.status = 0
        return
    chat.status = grouping.INHERITED
    silent = not corp.switches.events_for_group_handover
    grouping.change_owner(world, corp, group, owner, silent=silent)
