"""Work on group codes: look after a corp's, have WeCom take over a changed list."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class TendGroupCodes(Job, frozen=True):
    """Count, choose the groups that are next, warn: of all codes of a corp."""

    name = "groupcodes.tend"
    corp_id: int
    groups: tuple[int, ...] = ()
    """Looked at in any case, beside those of which something was learned lately."""

    @override
    def lock(self) -> str:
        """One look at a time: two would warn twice."""
        return f"groupcodes:{self.corp_id}"


class KeepJoinWay(Job, frozen=True):
    """Have WeCom make or overwrite the join way of a code."""

    name = "groupcodes.keep_way"
    queue = "wecom"
    corp_id: int
    code_id: int

    @override
    def lock(self) -> str:
        """One call at a time for a code: an older list must not arrive last."""
        return f"group_code:{self.corp_id}:{self.code_id}"


class DropJoinWay(Job, frozen=True):
    """Have WeCom forget the join way of a deleted code: it counts."""

    name = "groupcodes.drop_way"
    queue = "wecom"
    corp_id: int
    code_id: int

    @override
    def lock(self) -> str:
        """After the making, never beside it."""
        return f"group_code:{self.corp_id}:{self.code_id}"
