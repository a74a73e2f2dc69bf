"""What can be wrong with a tree of conditions."""

from yutang.kernel.errors import InvalidError


class ConditionError(InvalidError):
    """A condition cannot be taken; `detail` says where in the tree, what is wrong, what to do."""

    code = "conditions.bad"

    def __init__(self, path: str, what: str, todo: str) -> None:
        """`path` counts from the root: "0.2.tags" is field `tags` of the third in the first."""
        where = f"condition {path}" if path else "the tree of conditions"
        super().__init__(f"{where}: {what}; {todo}")
        self.path = path
        self.what = what
        self.todo = todo

    def under(self, path: str) -> "ConditionError":
        """The same, seen from a node above."""
        return ConditionError(".".join(filter(None, (path, self.path))), self.what, self.todo)
