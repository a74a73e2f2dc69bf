"""Our contracts of import-linter, over small trees drawn here."""

from collections.abc import Mapping

import pytest
from grimp import ImportGraph
from importlinter import Contract

from tools.contracts import FrontDoor, Rooms, find_domains

FLOORS = ["house.people", "house.act", "house.decide"]
ROOMS = ["endpoints | workers", "service", "repository", "models", "jobs | schemas | errors"]


def draw(imports: Mapping[str, list[str]]) -> ImportGraph:
    """A house with two domains on one floor, one on another, and a shelf that is none."""
    graph = ImportGraph()
    modules = [
        "house",
        "house.api",
        "house.people",
        "house.people.translating",
        "house.people.shelf",
        "house.people.shelf.words",
        "house.act",
        *(
            f"house.{domain}{room}"
            for domain in ("people.staff", "people.tags", "act.codes")
            for room in (
                "",
                ".endpoints",
                ".workers",
                ".service",
                ".drawing",
                ".repository",
                ".models",
                ".jobs",
                ".schemas",
            )
        ),
    ]
    for module in modules:
        graph.add_module(module)
    for importer, importeds in imports.items():
        for imported in importeds:
            graph.add_import(importer=f"house.{importer}", imported=f"house.{imported}")
    return graph


def rooms() -> Contract:
    return Rooms("rooms", {}, {"floors": FLOORS, "rooms": ROOMS})


def front_door() -> Contract:
    options = {"floors": FLOORS, "public": ["service", "schemas"], "composers": ["house.api"]}
    return FrontDoor("front door", {}, options)


def faults(contract: Contract, imports: Mapping[str, list[str]]) -> list[str]:
    check = contract.check(draw(imports), verbose=False)
    found = check.metadata["broken"]
    assert check.kept is (found == [])
    return list(found)


def test_a_domain_is_a_package_with_a_service_on_a_floor() -> None:
    assert list(find_domains(draw({}), set(FLOORS))) == [
        "house.act.codes",
        "house.people.staff",
        "house.people.tags",
    ]


def test_imports_that_go_down_the_rooms_are_kept() -> None:
    imports = {
        "people.staff.endpoints": ["people.staff.service", "people.staff.schemas"],
        "people.staff.workers": ["people.staff.service", "people.staff.models"],
        "people.staff.service": ["people.staff.repository", "people.staff.drawing"],
        "people.staff.drawing": ["people.staff.service", "people.staff.models"],
        "people.staff.repository": ["people.staff.models", "people.staff.schemas"],
        "people.staff.models": ["people.staff.jobs"],
    }
    assert faults(rooms(), imports) == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("service", "endpoints"),
        ("repository", "service"),
        ("repository", "drawing"),
        ("models", "repository"),
        ("schemas", "models"),
        ("drawing", "workers"),
    ],
)
def test_an_import_that_goes_up_is_found(importer: str, imported: str) -> None:
    imports = {f"act.codes.{importer}": [f"act.codes.{imported}"]}
    assert faults(rooms(), imports) == [f"house.act.codes.{importer} -> house.act.codes.{imported}"]


@pytest.mark.parametrize(("one", "beside"), [("endpoints", "workers"), ("jobs", "schemas")])
def test_rooms_side_by_side_do_not_import_each_other(one: str, beside: str) -> None:
    imports = {f"people.tags.{one}": [f"people.tags.{beside}"]}
    assert faults(rooms(), imports) == [f"house.people.tags.{one} -> house.people.tags.{beside}"]


def test_a_way_up_through_a_module_outside_is_found() -> None:
    imports = {
        "people.staff.repository": ["people.translating"],
        "people.translating": ["people.staff.service"],
    }
    assert faults(rooms(), imports) == [
        "house.people.staff.repository -> house.people.translating -> house.people.staff.service"
    ]


def test_the_front_door_and_ones_own_rooms_are_open() -> None:
    imports = {
        "act.codes.service": ["people.staff.service", "people.tags.schemas", "act.codes.models"],
        "people.translating": ["people.tags.schemas"],
        "people.staff.service": ["people.shelf.words"],
        "api": ["people.staff.endpoints", "act.codes.models"],
    }
    assert faults(front_door(), imports) == []


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ("act.codes.service", "people.staff.models"),
        ("people.tags.repository", "people.staff.repository"),
        ("people.translating", "people.tags.drawing"),
        ("people", "people.staff.endpoints"),
    ],
)
def test_a_way_round_the_front_door_is_found(outside: str, inside: str) -> None:
    assert faults(front_door(), {outside: [inside]}) == [f"house.{outside} -> house.{inside}"]


def test_what_is_broken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for contract, importer, imported in (
        (front_door(), "act.codes.service", "people.staff.models"),
        (rooms(), "people.staff.models", "people.staff.service"),
    ):
        check = contract.check(draw({importer: [imported]}), verbose=False)
        contract.render_broken_contract(check)
        told = " ".join(capsys.readouterr().out.split())
        assert f"- house.{importer} -> house.{imported}:" in told
