"""Work on welcomes that touches WeCom."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class PrepareFile(Job, frozen=True):
    """Have WeCom take an upload before anybody needs it; one that is ready is left as it is."""

    name = "greetings.prepare_file"
    queue = "wecom"
    corp_id: int
    kind: str
    file_id: int
    renewal: bool = False
    """Nobody waits for it: what WeCom has works for hours yet."""

    @override
    def lock(self) -> str:
        """Two at once would upload it twice."""
        return f"greetings.file:{self.corp_id}:{self.kind}:{self.file_id}"
