"""The controller starts the server once and hands its address to the workers."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests import audited
from tests.pg import fresh_database, start_server


def _address(config: Any) -> str:
    """The template's address; the server starts when the first test asks for it."""
    given = getattr(config, "workerinput", {}).get("template_dsn")
    if given is not None:
        return str(given)
    if not hasattr(config, "yutang_server"):
        config.yutang_server, config.yutang_folder = start_server()
    return str(config.yutang_server.dsn())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Called by pytest-xdist in the controller for each worker."""
    node.workerinput["template_dsn"] = _address(node.config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Called by pytest-xdist in the controller when a worker is done."""
    if "audited" in (told := getattr(node, "workeroutput", {})):
        audited.merge(told["audited"])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells what it saw; the controller judges."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["audited"] = audited.told()
    else:
        audited.finish(session)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name the routes that change something and are in no audit."""
    sign = "FAILED, no audit entry" if audited.judged() else "no audit entry in this run"
    for route in audited.silent():
        terminalreporter.write_line(f"{sign}: {route}")


def pytest_unconfigure(config: Any) -> None:
    """Stop the server where it was started."""
    if hasattr(config, "yutang_server"):
        config.yutang_server.stop()
        config.yutang_folder.cleanup()


@pytest.fixture
def dsn(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated, empty database of its own."""
    with fresh_database(_address(request.config)) as address:
        yield address


@pytest.fixture(scope="module")
def module_dsn(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same for all tests of a file that do not disturb each other."""
    with fresh_database(_address(request.config)) as address:
        yield address
