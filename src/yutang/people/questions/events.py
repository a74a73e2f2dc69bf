"""What happens with question sets."""

from yutang.kernel.events import Event


class QuestionsAnswered(Event, frozen=True):
    """Somebody asked the person a set; what was said stands in the answers and attributes."""

    kind = "questions.answered"
    set_id: int
    version: int
    by: str
