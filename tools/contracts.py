"""Contracts of import-linter that find the domains in the tree instead of in a list.

A domain is a package that stands directly on a floor and holds a `service`.
"""

from collections.abc import Iterator

from grimp import ImportGraph, Layer
from importlinter import Contract, ContractCheck, fields, output
from typing_extensions import override

HEART = "service"


def find_domains(graph: ImportGraph, floors: set[str]) -> Iterator[str]:
    """Every domain on the given floors; a floor that does not exist yet has none."""
    for floor in sorted(floors & graph.modules):
        for package in sorted(graph.find_children(floor)):
            if f"{package}.{HEART}" in graph.modules:
                yield package


def is_within(module: str, packages: set[str]) -> bool:
    """Whether `module` is one of `packages` or stands inside one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


class FrontDoor(Contract):
    """From outside a domain only its `public` modules are imported, except by `composers`."""

    type_name = "front_door"

    floors = fields.SetField(subfield=fields.StringField())
    public = fields.SetField(subfield=fields.StringField())
    composers = fields.SetField(subfield=fields.StringField())

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        floors, public, composers = _texts(self.floors), _texts(self.public), _texts(self.composers)
        broken = [
            f"{outside} -> {inside}"
            for domain in find_domains(graph, floors)
            for inside in sorted(graph.find_descendants(domain))
            if inside.removeprefix(f"{domain}.").split(".")[0] not in public
            for outside in sorted(graph.find_modules_that_directly_import(inside))
            if not is_within(outside, {domain} | composers)
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    @override
    def render_broken_contract(self, check: ContractCheck) -> None:
        doors = ", ".join(sorted(_texts(self.public)))
        for line in check.metadata["broken"]:
            output.print_error(f"- {line}: enter a domain by {doors}")


class Rooms(Contract):
    """Inside each domain imports go down the `rooms`; a module without a room is the service's.

    `rooms` are given from the top down, those of one line side by side: they may not import each
    other. What belongs to the service may.
    """

    type_name = "rooms"

    floors = fields.SetField(subfield=fields.StringField())
    rooms = fields.ListField(subfield=fields.StringField())

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        named = [{room.strip() for room in str(line).split("|")} for line in _lines(self.rooms)]
        broken = []
        for domain in find_domains(graph, _texts(self.floors)):
            here = {child.removeprefix(f"{domain}.") for child in graph.find_children(domain)}
            unnamed = here - set[str]().union(*named)
            layers = [
                Layer(*(rooms | unnamed), independent=False)
                if HEART in rooms
                else Layer(*rooms, independent=True)
                for rooms in named
            ]
            for fault in sorted(graph.find_illegal_dependencies_for_layers(layers, {domain})):
                for route in sorted(fault.routes):
                    steps = (min(route.heads), *route.middle, min(route.tails))
                    broken.append(" -> ".join(steps))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    @override
    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["broken"]:
            output.print_error(f"- {line}: goes up, or into the room beside")


def _texts(value: object) -> set[str]:
    """The library types a field by its descriptor; at run time it is what was parsed."""
    if not isinstance(value, set):
        message = f"expected a set of names, got {value!r}"
        raise TypeError(message)
    return {str(one) for one in value}


def _lines(value: object) -> list[str]:
    if not isinstance(value, list):
        message = f"expected a list of lines, got {value!r}"
        raise TypeError(message)
    return [str(one) for one in value]
