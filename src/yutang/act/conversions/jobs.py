"""Telling a conversion."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class SendConversion(Job, frozen=True):
    """Tell the other system of one conversion."""

    name = "conversions.send"
    corp_id: int
    send_id: str

    @override
    def lock(self) -> str:
        """One try at a time."""
        return f"conversion:{self.corp_id}:{self.send_id}"
