"""Judging the silence of a corp's customers."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class JudgeSilence(Job, frozen=True):
    """Set and end silences of all customers of a corp."""

    name = "activation.silence"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two passes at once would only count twice."""
        return f"silence:{self.corp_id}"
