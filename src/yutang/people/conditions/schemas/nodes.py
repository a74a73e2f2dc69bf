"""The tree: groups of nodes, and leaves. Leaves of higher floors are registered, see `service`."""

from typing import Annotated, Any, Literal, Self, Union

from pydantic import Field, InstanceOf, SerializeAsAny, model_validator

from .limits import FaultError, Id, Part

Op = Literal["all", "any", "none"]


class Leaf(Part):
    """One condition about a person. Each subclass has its own `leaf`, by which it is told apart."""

    leaf: str


class Group(Part):
    """All of its nodes hold, any, or none of them."""

    op: Op
    of: tuple[SerializeAsAny[InstanceOf["Group"] | InstanceOf[Leaf]], ...]
    segment: Id | None = None
    """A mark: this `all` stands for that segment, whose own tree is the one node of it."""

    @model_validator(mode="after")
    def _is_marked_well(self) -> Self:
        if self.segment is not None and self.op != "all":
            raise FaultError(key="marked")
        return self


Node = Union[Group, Leaf]  # noqa: UP007 - a name for both, used as a type and at run time
Tree = Node

Compares = Literal["at_least", "at_most", "exactly", "between"]


class Compare(Part):
    """How a number must be; `to` is the upper end of `between`, both ends included."""

    is_: Compares = Field(alias="is")
    n: Annotated[int | float, Field(ge=-(10**15), le=10**15, allow_inf_nan=False)]
    to: Annotated[int | float | None, Field(ge=-(10**15), le=10**15, allow_inf_nan=False)] = None

    @model_validator(mode="after")
    def _has_its_ends(self) -> Self:
        if (self.is_ == "between") != (self.to is not None):
            raise FaultError(key="ends_needed")
        if self.to is not None and self.to < self.n:
            raise FaultError(key="ends_below")
        return self

    @property
    def one(self) -> bool:
        """Whether it is about one piece, which languages say in another form."""
        return self.to is None and self.n == 1

    def holds(self, number: float) -> bool:
        """Whether a number is so."""
        match self.is_:
            case "at_least":
                return number >= self.n
            case "at_most":
                return number <= self.n
            case "exactly":
                return number == self.n
            case "between":
                return self.to is not None and self.n <= number <= self.to

    def whole(self, what: str, *, least: int = 0) -> None:
        """Raises FaultError unless it compares with whole numbers from `least` on."""
        for end in (self.n, self.to):
            if isinstance(end, float) or (end is not None and end < least):
                raise FaultError(key="whole", what=what, end=end, least=least)


def walk(node: Node, path: str = "") -> list[tuple[str, Node]]:
    """Every node with its path, the root first."""
    found: list[tuple[str, Node]] = [(path, node)]
    if isinstance(node, Group):
        for place, child in enumerate(node.of):
            found.extend(walk(child, f"{path}.{place}" if path else str(place)))
    return found


def leaves_of(node: Node) -> list[tuple[str, Leaf]]:
    """Every leaf with its path."""
    return [(path, one) for path, one in walk(node) if isinstance(one, Leaf)]


def plainly(node: Node) -> dict[str, Any]:
    """The tree as JSON, without what is not said."""
    return node.plainly()
