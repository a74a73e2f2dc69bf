"""What is kept: templates that welcome into groups, and which group has which."""

from wecom_emulator.greeting import GroupWelcomes, Template
from wecom_emulator.state import Corp


def notified(corp: Corp, userid: str) -> list[Template]:
    """Those that a group owner was told of and applied to none of his groups."""
    kept = corp.of(GroupWelcomes)
    theirs = {g.chat_id for g in corp.groups.values() if g.owner == userid and not g.dismissed}
    used = {kept.applied.get(chat_id) for chat_id in theirs}
    return [
        each
        for each in kept.kept.values()
        if theirs and each.notify and each.template_id not in used
    ]


def forget(corp: Corp, template_id: str) -> None:
    """It is gone, from its groups as well."""
    kept = corp.of(GroupWelcomes)
    del kept.kept[template_id]
    kept.applied = {c: t for c, t in kept.applied.items() if t != template_id}
