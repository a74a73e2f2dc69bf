"""Answers held against an OpenAPI document, which is read once for all of its schemas."""

from typing import Any
from urllib.parse import quote

import jsonschema_rs

_NAME = "urn:api"


class Described:
    """A document. Compiled with all that it refers to, each schema costs a hundred times more."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._registry = jsonschema_rs.Registry([(_NAME, document)])

    def validator(self, *place: str) -> jsonschema_rs.Draft202012Validator:
        """What checks values against the schema that lies at a place of the document."""
        steps = (quote(step.replace("~", "~0").replace("/", "~1"), safe="~") for step in place)
        target = {"$ref": f"{_NAME}#/{'/'.join(steps)}"}
        return jsonschema_rs.Draft202012Validator(target, registry=self._registry)
