"""All leaves there are. Higher floors add theirs at import; nothing else is ever a condition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .binding import Binding
from .schemas import Compiled, Fact, Language, Leaf, Life, Named, Names, Scene

MembersOf = Callable[[int, int], bool]
"""Whether the person belongs to a segment as of a run."""


def _means_itself(leaf: Any, scene: Scene) -> object:
    del leaf, scene
    return None


def _names_nothing(leaf: Any, named: Named) -> None:
    del leaf, named


@dataclass(frozen=True, slots=True)
class LeafSpec:
    """All that the language must know of one leaf."""

    model: type[Leaf]
    """With `leaf: Literal["<name>"]`; each field a closed type of pydantic."""
    compile: Callable[[Any, Scene, Binding], Compiled]
    test: Callable[[Any, Life, Scene, MembersOf], tuple[bool, list[Fact]]]
    """The same in plain Python, with reasons."""
    say: Callable[[Any, Names, Language], str]
    """A clause: Chinese such as 带有标签「A」, English such as `have the tag “A”`."""
    name: Callable[[Any, Named], None] = _names_nothing
    """What it names, into the sets."""
    means: Callable[[Any, Scene], object] = _means_itself
    """What its words mean in a scene besides time, such as who works in a department."""
    words: Mapping[Language, Mapping[str, str]] | None = None
    """Of its facts, by key; the values of a fact stand in braces."""
    written: bool = True
    """Whether people may write it; else only the product does."""

    @property
    def key(self) -> str:
        """The leaf's name."""
        found = self.model.model_fields["leaf"].default
        if not isinstance(found, str):
            message = f"{self.model.__name__} must have `leaf: Literal[...]` with its default"
            raise TypeError(message)
        return found


_SPECS: dict[str, LeafSpec] = {}


def register_leaf(spec: LeafSpec) -> None:
    """Add a leaf; a name is given once."""
    if spec.key in _SPECS:
        message = f"there is a leaf {spec.key} already"
        raise ValueError(message)
    _SPECS[spec.key] = spec


def unregister_leaf(key: str) -> None:
    """For tests of `register_leaf`."""
    del _SPECS[key]


def specs() -> Mapping[str, LeafSpec]:
    """All leaves by name."""
    return _SPECS


def spec_of(leaf: Leaf) -> LeafSpec:
    """What is known of this leaf."""
    return _SPECS[leaf.leaf]
