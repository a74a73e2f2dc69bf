"""Keeping WeCom's lists as the rotas say."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class TellList(Job, frozen=True):
    """Have WeCom take over who is on, where it was last told otherwise."""

    name = "rota.tell_list"
    queue = "wecom"
    corp_id: int
    channel_id: int
    urgent: bool = True
    """An add, a person or a leaving asks for it, not the clock."""

    @override
    def lock(self) -> str:
        """That of acquisition's jobs on the code: an older list must not arrive last."""
        return f"channel:{self.corp_id}:{self.channel_id}"


class LookAtCodes(Job, frozen=True):
    """Find out for all codes that are due who is on."""

    name = "rota.look"
    corp_id: int
    urgent: bool = False

    @override
    def lock(self) -> str:
        """Two looks at once would only do the work twice."""
        return f"rota:{self.corp_id}"
