"""Fixtures for the tests of any project: a WeCom on a loopback port, or in the process.

`pip install wecom-emulator[pytest]` is enough; where the package came another way, say
`pytest_plugins = ["wecom_emulator.pytest_plugin"]`.

    def test_a_newcomer_is_greeted(wecom_emulator):
        app = start_my_app(api_base=wecom_emulator.url, company=wecom_emulator.company)
        wecom_emulator.connect(app.callback_url)
        friend = wecom_emulator.add("ann", name="小满")
        [welcome] = wecom_emulator.tell("received", external_userid=friend["external_userid"])

`@pytest.mark.wecom_emulator(limits={…}, switches={…}, staff=[…], rate=60)` sets one up.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from starlette.types import ASGIApp

from .testing import Company, EmulatedWeCom, InProcess, Setup, open_in_process, serve

_KNOWN = {"limits", "switches", "rate"}


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line(
        "markers",
        "wecom_emulator(limits, switches, rate, **company): how the emulated WeCom is set up",
    )


def _setup(request: pytest.FixtureRequest) -> Setup:
    wanted: dict[str, Any] = {}
    for mark in reversed(list(request.node.iter_markers("wecom_emulator"))):
        wanted |= mark.kwargs
    company = {name: value for name, value in wanted.items() if name not in _KNOWN}
    rest = {name: value for name, value in wanted.items() if name in _KNOWN}
    return Setup(company=Company(**company), **rest)


@pytest.fixture
def wecom_emulator(request: pytest.FixtureRequest) -> Iterator[EmulatedWeCom]:
    """A WeCom of this test alone on a port of loopback, with a company that is ready."""
    with serve(_setup(request)) as emulated:
        yield emulated


@pytest.fixture
def open_wecom_emulator(
    request: pytest.FixtureRequest,
) -> Callable[..., AbstractAsyncContextManager[InProcess]]:
    """What opens one in the process: `async with it(callback_app=app) as wecom: …`."""

    def opened(
        callback_app: ASGIApp | None = None, **company: Any
    ) -> AbstractAsyncContextManager[InProcess]:
        setup = _setup(request)
        if company:
            known = {name: getattr(setup.company, name) for name in Company.__slots__}
            setup = Setup(Company(**(known | company)), setup.limits, setup.switches, setup.rate)
        return open_in_process(setup, callback_app=callback_app)

    return opened
