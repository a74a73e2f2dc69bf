"""Work on invitations: codes, choosing, asking, following."""

from datetime import datetime

from typing_extensions import override

from yutang.kernel.jobs import Job


class MakeJoinWays(Job, frozen=True):
    """Have WeCom make the codes of an invitation."""

    name = "grouptiers.make_ways"
    queue = "wecom"
    corp_id: int
    invitation_id: int

    @override
    def lock(self) -> str:
        """One try at a time: two would make two codes."""
        return f"group_invitation_ways:{self.corp_id}:{self.invitation_id}"


class DeleteJoinWays(Job, frozen=True):
    """Have WeCom forget the codes of an invitation that is over: they count."""

    name = "grouptiers.delete_ways"
    queue = "wecom"
    corp_id: int
    invitation_id: int

    @override
    def lock(self) -> str:
        """After the making, never beside it."""
        return f"group_invitation_ways:{self.corp_id}:{self.invitation_id}"


class ChooseInvitees(Job, frozen=True):
    """Write down whom an invitation is for."""

    name = "grouptiers.choose"
    corp_id: int
    invitation_id: int

    @override
    def lock(self) -> str:
        """They are chosen once, then asked."""
        return f"group_invitation:{self.corp_id}:{self.invitation_id}"


class AskInvitees(Job, frozen=True):
    """Give members the tasks that today still allows."""

    name = "grouptiers.ask"
    corp_id: int
    invitation_id: int

    @override
    def lock(self) -> str:
        """The cap of a day is counted once."""
        return f"group_invitation:{self.corp_id}:{self.invitation_id}"


class FollowInvitation(Job, frozen=True):
    """See who sent it, who came, who left again, what ran out."""

    name = "grouptiers.follow"
    corp_id: int
    invitation_id: int
    due_at: datetime | None = None
    """When it was asked for; a look that ended later has seen it all."""

    @override
    def lock(self) -> str:
        """One look at a time."""
        return f"group_invitation:{self.corp_id}:{self.invitation_id}"
