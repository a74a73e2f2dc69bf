"""What happens to stages."""

from yutang.kernel.events import Event


class StageChanged(Event, frozen=True):
    """A person came to another stage; None stands for no stage yet."""

    kind = "stage.changed"
    before: str | None
    after: str | None
    by: str
