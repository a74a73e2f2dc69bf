"""The language: read a tree, say it, compile it, test a person against it.

A higher floor adds a leaf of its own by `register_leaf` in a module that `bootstrap` imports; all
else (JSON schema, limits, sentence, SQL, naive test, explanation) then knows it.
"""

from . import leaves  # noqa: F401 - registers them
from .binding import Binding
from .bounding import Bounds, bounds, start_of
from .compiling import compile_leaf, compile_tree
from .describing import canonical, json_schema, key
from .naive_time import ago, inside
from .naming import ids_named, ids_told
from .parsing import parse
from .registry import LeafSpec, MembersOf, register_leaf, specs, unregister_leaf
from .schemas import leaves_of, life, walk
from .testing import test
from .wording import reasons, sentence, tell

__all__ = (
    "Binding",
    "Bounds",
    "LeafSpec",
    "MembersOf",
    "ago",
    "bounds",
    "canonical",
    "compile_leaf",
    "compile_tree",
    "ids_named",
    "ids_told",
    "inside",
    "json_schema",
    "key",
    "leaves_of",
    "life",
    "parse",
    "reasons",
    "register_leaf",
    "sentence",
    "specs",
    "start_of",
    "tell",
    "test",
    "unregister_leaf",
    "walk",
)
