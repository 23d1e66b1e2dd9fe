"""Builds the site once for all browser tests, serves it, and starts one browser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from building import TODAY
from classroom import PROJECT, Classroom
from hosting import hosting
from reading import browsing, reading


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--program", default=PROJECT / ".build/release/microclass", type=Path, help="the built program")
    parser.addoption("--site", type=Path, help="test this built site instead of building one")


@pytest.fixture(scope="session")
def classroom(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The project's own site, built into a temporary folder as of a fixed day."""
    if site := request.config.getoption("--site"):
        return Classroom(site.resolve())
    program = request.config.getoption("--program")
    if not program.is_file():
        pytest.exit(f"{program} is not there. Run `make build` first, or all of it with `make test-browser`.", 2)
    folder = tmp_path_factory.mktemp("site") / "public"
    arguments = ["build", "--root", str(PROJECT), "--output", str(folder), "--quiet", "--today", TODAY]
    build = subprocess.run([program, *arguments], capture_output=True, text=True)
    if build.returncode != 0:
        pytest.exit(f"The site could not be built (exit code {build.returncode}):\n{build.stderr[-4000:]}", 2)
    return Classroom(folder)


@pytest.fixture(scope="session")
def host(classroom: Classroom):
    """The address of the site on a host that keeps the content security policy, under a path."""
    with hosting(classroom.folder) as address:
        yield address


@pytest.fixture(scope="session")
def file_address(classroom: Classroom) -> str:
    """The address of the site as a folder, on a USB stick say."""
    return classroom.folder.as_uri() + "/"


@pytest.fixture(scope="session")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="session")
def open_window(browser):
    """Opens windows for readers: `with open_window(locale="en-US") as window: window.page.goto(…)`."""
    return lambda **device: reading(browser, **device)
