"""The published JSON schema, and the one way to write a tree."""

import json
from typing import Any, get_args

from pydantic.json_schema import models_json_schema

from .registry import spec_of, specs
from .schemas import Leaf, Node, Scene
from .schemas.limits import DEPTH, LEAVES, VALUES, WINDOW_DAYS
from .schemas.nodes import Op


def canonical(node: Node) -> str:
    """Equal conditions written the same way are the same text: the key of caches."""
    return json.dumps(node.plainly(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def key(leaf: Leaf, scene: Scene) -> str:
    """What a leaf means in a scene besides time: where that is another, a kept answer is stale."""
    meant = spec_of(leaf).means(leaf, scene)
    return canonical(leaf) if meant is None else f"{canonical(leaf)} {meant!r}"


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a tree that people may write; leaves of higher floors included."""
    leaves = [spec.model for _, spec in sorted(specs().items()) if spec.written]
    found, schema = models_json_schema(
        [(model, "validation") for model in leaves], ref_template="#/$defs/{model}"
    )
    group = {
        "type": "object",
        "title": "Group",
        "description": "All of the nodes hold, any, or none of them.",
        "properties": {
            "op": {"enum": list(get_args(Op))},
            "of": {"type": "array", "items": {"$ref": "#/$defs/Node"}, "maxItems": LEAVES},
        },
        "required": ["op", "of"],
        "additionalProperties": False,
    }
    names = [found[model, "validation"]["$ref"] for model in leaves]
    definitions = {
        **{key: _needing_leaf(one) for key, one in schema["$defs"].items()},
        "Group": group,
        "Node": {"oneOf": [{"$ref": "#/$defs/Group"}, *({"$ref": name} for name in names)]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Conditions",
        "description": (
            f"At most {DEPTH} groups inside each other, {LEAVES} leaves, {VALUES:,} values a leaf,"
            f" windows of {WINDOW_DAYS:,} days."
        ),
        "$ref": "#/$defs/Node",
        "$defs": definitions,
    }


def _needing_leaf(definition: dict[str, Any]) -> dict[str, Any]:
    """By `leaf` and `kind` one is told from another, so they are never left out."""
    told = [key for key in ("leaf", "kind") if "const" in definition["properties"].get(key, {})]
    required = list(dict.fromkeys([*told, *definition.get("required", [])]))
    return {**definition, "required": required} if required else definition
