"""Work on tags that touches WeCom."""

from yutang.kernel.jobs import Job


class PushTags(Job, frozen=True):
    """Tell WeCom of the tags of one relation that it does not have yet."""

    name = "tags.push"
    queue = "wecom"
    corp_id: int
    customer_id: int
    staff_id: int

    def lock(self) -> str:
        """WeCom refuses two edits of one relation at once."""
        return f"relation:{self.corp_id}:{self.customer_id}:{self.staff_id}"
