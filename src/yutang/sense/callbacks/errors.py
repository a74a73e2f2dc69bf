"""What can be wrong with a stored callback."""

from yutang.kernel.errors import NotFoundError


class UnknownCallbackError(NotFoundError):
    """No such callback in this corp, or it is older than they are kept."""

    code = "callbacks.unknown"

    def __init__(self, callback_id: int) -> None:
        super().__init__(f"there is no callback {callback_id} here; handled ones are kept a while")
