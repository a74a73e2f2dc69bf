"""The leaves about a person's own row in plain Python."""

from datetime import UTC, datetime, timedelta

from .naive_time import ago, inside
from .registry import MembersOf
from .schemas import (
    Activated,
    AtStage,
    Compare,
    Fact,
    InGroup,
    InList,
    InSegment,
    InState,
    Life,
    Lost,
    Members,
    Plain,
    Relation,
    Scene,
    Silent,
    Stay,
    Tag,
    Tie,
)
from .schemas.leaves import LIVING

Verdict = tuple[bool, list[Fact]]
_SHOWN = 50
"""Of a long list in a reason."""


def wanted(compare: Compare | None) -> dict[str, Plain]:
    """What a number is compared with, as values of a reason."""
    if compare is None:
        return {"is": "at_least", "want": 1, "to": None}
    return {"is": compare.is_, "want": compare.n, "to": compare.to}


def test_tag(leaf: Tag, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """Which of the tags he wears and which not."""
    del scene, members
    if not leaf.tags:
        holds = bool(life.tags) == (leaf.how == "some")
        if not life.tags:
            return holds, [Fact(key="tag.untagged")]
        return holds, [Fact(key="tag.has", values={"tags": sorted(life.tags)[:_SHOWN]})]
    worn = [one for one in leaf.tags if one in life.tags]
    lacks = [one for one in leaf.tags if one not in life.tags]
    facts = []
    if worn:
        facts.append(Fact(key="tag.has", values={"tags": worn[:_SHOWN]}))
    if lacks:
        facts.append(Fact(key="tag.lacks", values={"tags": lacks[:_SHOWN]}))
    match leaf.how:
        case "all":
            return not lacks, facts
        case "any":
            return bool(worn), facts
        case _:
            return not worn, facts


def test_relation(leaf: Relation, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """How many relations fit, of how many that he has."""
    del members
    fitting = [tie for tie in life.ties if _fits(leaf, tie, scene)]
    facts = [
        Fact(
            key="relation.fit",
            values={
                "n": len(fitting),
                "want": leaf.at_least,
                "staff": [tie.staff for tie in fitting][:_SHOWN],
            },
        )
    ]
    if not fitting:
        living = sum(tie.state in LIVING for tie in life.ties)
        facts.append(
            Fact(key="relation.has", values={"living": living, "ended": len(life.ties) - living})
        )
    return len(fitting) >= leaf.at_least, facts


def _fits(leaf: Relation, tie: Tie, scene: Scene) -> bool:
    living = tie.state in {"friend", "half"}
    if leaf.state == "living" and not living:
        return False
    if leaf.state == "ended" and living:
        return False
    if leaf.state in {"friend", "half"} and tie.state != leaf.state:
        return False
    if leaf.ended_by and not any(
        tie.state == (one if one == "transferred" else f"deleted_by_{one}") for one in leaf.ended_by
    ):
        return False
    if leaf.ended is not None and (living or not inside(tie.changed, leaf.ended, scene)):
        return False
    if (leaf.staff or leaf.departments or leaf.stores) and not (
        tie.staff in leaf.staff
        or any(tie.staff in scene.staff_of_departments.get(one, ()) for one in leaf.departments)
        or any(tie.staff in scene.staff_of_stores.get(one, ()) for one in leaf.stores)
    ):
        return False
    return (
        (not leaf.channels or tie.channel in leaf.channels)
        and (not leaf.ways or tie.way in leaf.ways)
        and inside(tie.added, leaf.added, scene)
    )


def test_group(leaf: InGroup, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """In which of the groups he is, and which he left."""
    del members
    stays = [stay for stay in life.stays if _meant(leaf, stay, scene)]
    here = {stay.group for stay in life.stays if stay.left is None}
    is_in = sorted({stay.group for stay in stays if stay.left is None})
    left = sorted({stay.group for stay in stays if stay.left is not None} - here)
    facts = []
    if is_in:
        facts.append(Fact(key="group.in", values={"groups": is_in[:_SHOWN]}))
    if left:
        facts.append(Fact(key="group.left", values={"groups": left[:_SHOWN]}))
    if not stays:
        facts.append(Fact(key="group.never"))
    match leaf.presence:
        case "in":
            return bool(is_in), facts
        case "left":
            return bool(left), facts
        case "never":
            return not stays, facts


def _meant(leaf: InGroup, stay: Stay, scene: Scene) -> bool:
    known = scene.groups
    return (
        (not leaf.groups or stay.group in leaf.groups)
        and (not leaf.kinds or any(stay.group in known.kinds.get(one, ()) for one in leaf.kinds))
        and (not leaf.tiers or any(stay.group in known.tiers.get(one, ()) for one in leaf.tiers))
        and (not leaf.labels or any(stay.group in known.labels.get(one, ()) for one in leaf.labels))
        and inside(stay.joined, leaf.joined, scene)
    )


def test_stage(leaf: AtStage, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """At which stage he is and since when."""
    del members
    facts = [Fact(key="stage.at", values={"stage": life.stage})]
    if not life.stage:
        facts = [Fact(key="stage.none")]
    if life.stage_changed_at is not None:
        facts.append(ago("stage.changed", life.stage_changed_at, scene))
    holds = life.stage in leaf.stages if leaf.stages else not life.stage
    if leaf.changed is not None:
        holds = (
            holds
            and life.stage_changed_at is not None
            and inside(life.stage_changed_at, leaf.changed, scene)
        )
    return holds, facts


def test_state(leaf: InState, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """What he is."""
    del scene, members
    return life.state in leaf.states, [Fact(key="state.at", values={"state": life.state})]


def test_activation(leaf: Activated, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """How many messages are known."""
    del scene, members
    if life.messages is None:
        return leaf.messages is None, [Fact(key="activation.unknown")]
    fact = Fact(key="activation.messages", values={"n": life.messages, **wanted(leaf.messages)})
    if leaf.messages is None:
        fact = Fact(key="activation.known", values={"n": life.messages})
        return False, [fact]
    return leaf.messages.holds(life.messages), [fact]


def test_loss(leaf: Lost, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """The newest deletion that fits, or the newest at all."""
    del members
    fitting = [
        one
        for one in life.losses
        if leaf.by in {"any", one.by}
        and (leaf.what == "relation" or one.person)
        and inside(one.at, leaf.window, scene)
    ]
    shown = fitting or life.losses
    if not shown:
        return False, [Fact(key="loss.never")]
    newest = max(shown, key=lambda one: one.at)
    fact = ago(f"loss.by_{newest.by}", newest.at, scene, person=newest.person)
    return bool(fitting), [fact]


def test_silence(leaf: Silent, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """Since when he is silent."""
    del members
    if life.silent_since is None:
        return False, [Fact(key="silence.none")]
    edge: datetime = scene.now.astimezone(UTC) - timedelta(days=leaf.days)
    fact = ago("silence.since", life.silent_since, scene, want=leaf.days)
    return life.silent_since <= edge, [fact]


def test_members(leaf: Members, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """Whether he is among the kept ones."""
    del life, scene
    holds = members(leaf.segment, leaf.run)
    key = "segment.in" if holds else "segment.out"
    return holds, [Fact(key=key, values={"segment": leaf.segment})]


def test_segment(leaf: InList | InSegment, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """Another segment is replaced by what it is, before."""
    del life, scene, members
    message = f"segment {leaf.segment} was not replaced by its conditions or members"
    raise TypeError(message)
