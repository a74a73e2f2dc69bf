"""The control API of the emulator: JSON over HTTP under /emulator."""

from starlette.routing import Route

from . import (
    apps,
    breaking,
    codes,
    console,
    contacts,
    describing,
    desk,
    generation,
    group_chats,
    group_welcomes,
    groups,
    handover,
    life,
    metering,
    pages,
    people,
    phone,
    reading,
    server,
    signing_in,
    tags,
    todos,
    voices,
    workbench,
)
from .plumbing import of_corp, of_world

_CORP = "/emulator/corps/{corpid}"
ROUTES = [
    Route("/emulator/corps", server.make_corp, methods=["POST"]),
    Route("/emulator/corps", of_world(server.read_corps), methods=["GET"]),
    Route(_CORP, of_corp(reading.read_corp), methods=["GET"]),
    *(
        Route(f"{_CORP}/{path}", of_corp(act), methods=["POST"])
        for path, act in {
            **group_welcomes.ACTS,
            **todos.ACTS,
            **voices.ACTS,
            **apps.ACTS,
            **codes.ACTS,
            **people.ACTS,
            **groups.ACTS,
            **handover.ACTS,
            **tags.ACTS,
            **pages.ACTS,
            **server.ACTS,
            **signing_in.ACTS,
            **console.ACTS,
            **contacts.ACTS,
            **generation.ACTS,
            **life.ACTS,
        }.items()
    ),
    *(
        Route(f"{_CORP}/{path}", of_corp(act), methods=["GET"])
        for path, act in {
            **todos.VIEWS,
            **apps.VIEWS,
            **codes.VIEWS,
            **groups.VIEWS,
            **handover.VIEWS,
            **reading.VIEWS,
            **phone.VIEWS,
            **desk.VIEWS,
            **life.VIEWS,
            **workbench.VIEWS,
            **group_chats.VIEWS,
        }.items()
    ),
    Route(f"{_CORP}/life", of_corp(life.stop), methods=["DELETE"]),
    Route("/emulator/scenarios", of_world(life.read_scenarios), methods=["GET"]),
    Route("/emulator/clock", of_world(server.set_clock), methods=["POST"]),
    Route("/emulator/clock", of_world(server.read_clock), methods=["GET"]),
    Route("/emulator/limits", of_world(metering.read_limits), methods=["GET"]),
    Route("/emulator/limits", of_world(metering.set_limits), methods=["POST"]),
    Route(describing.PATH, of_world(describing.read_openapi), methods=["GET"]),
    Route("/emulator/coverage", of_world(metering.read_coverage), methods=["GET"]),
    Route("/emulator/quota", of_world(metering.read_quota), methods=["GET"]),
    Route("/emulator/faults", of_world(breaking.set_fault), methods=["POST"]),
    Route("/emulator/faults", of_world(breaking.read_faults), methods=["GET"]),
    Route("/emulator/faults", of_world(breaking.clear_faults), methods=["DELETE"]),
    Route("/emulator/journal", of_world(metering.read_journal), methods=["GET"]),
    Route("/emulator/journal/{number}", of_world(metering.read_call), methods=["GET"]),
    Route("/emulator/reset", of_world(server.reset), methods=["POST"]),
    Route("/emulator/read_qr", of_world(phone.read_qr), methods=["POST"]),
    Route(
        "/emulator/{path:path}",
        reading.refuse_unknown,
        methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
    ),
]
