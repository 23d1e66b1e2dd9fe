"""The site that the tests of its printed matter look at, built once for all of them.

It is the project's own, built by the release program as of a fixed day. PAPER_SITE names a site that is built already,
PAPER_PROGRAM another build of the program; PAPER_ALL=1 has every file checked instead of the sample.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
from pathlib import Path

import pytest
from designs import Format, formats
from lessons import Project
from sheets import Printed, Sheet, languages_of

PROJECT = Path(__file__).resolve().parents[2]
FORMATS = formats(PROJECT / "templates/print")
CONTENT = Project(PROJECT)
TODAY = "2026-11-22"
CHECKS_ALL = os.environ.get("PAPER_ALL") == "1"
PROGRAM = Path(os.environ.get("PAPER_PROGRAM", PROJECT / ".build/release/microclass"))


def run(*arguments, cores: str | None = None, **options):
    """Runs the program, on the given processors only if any are given."""
    if not PROGRAM.is_file():
        pytest.exit(f"{PROGRAM} is not there. Run `make build` first, or all of it with `make test-paper`.", 2)
    command = (["taskset", "-c", cores] if cores else []) + [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, **options)


def build(folder: Path, root: Path = PROJECT, *options, cores: str | None = None):
    return run("build", "--root", root, "--output", folder, "--today", TODAY, *options, cores=cores)


@pytest.fixture(scope="session")
def printed(tmp_path_factory) -> Printed:
    """The built site. Several processes that test at the same time share one."""
    if "PAPER_SITE" in os.environ:
        folder = Path(os.environ["PAPER_SITE"])
        messages = folder.with_name("messages.txt")
        return Printed(folder, CONTENT, FORMATS, messages.read_text(encoding="utf-8") if messages.exists() else "")
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "printed"
    shared.mkdir(exist_ok=True)
    messages = shared / "messages.txt"
    with open(shared / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not messages.exists():
            done = build(shared / "site")
            if done.returncode != 0:
                pytest.exit(f"The site could not be built (exit code {done.returncode}):\n{done.stderr[-4000:]}", 2)
            messages.write_text(done.stderr, encoding="utf-8")
    return Printed(shared / "site", CONTENT, FORMATS, messages.read_text(encoding="utf-8"))


def every_sheet():
    """Every sheet of a lesson: slug, format, languages, profile."""
    return [
        (slug, format, languages, profile)
        for format in FORMATS.values()
        for slug in CONTENT.slugs
        for languages in languages_of(format)
        for profile in format.profiles
    ]


def sample():
    """Of every format every lesson once, in one language after the other, and every profile of a format in turn. The next
    format begins with the other language, so that no lesson is seen in one language only."""
    if CHECKS_ALL:
        return every_sheet()
    chosen = []
    for place, format in enumerate(FORMATS.values()):
        ways = [(languages, profile) for languages in languages_of(format) for profile in format.profiles]
        chosen += [(slug, format, *ways[(number + place) % len(ways)]) for number, slug in enumerate(CONTENT.slugs)]
    return chosen


def sheets(chosen=None, *, of=lambda format: not format.is_picture):
    """Has a test run on each of the sheets."""
    cases = [case for case in (sample() if chosen is None else chosen) if of(case[1])]
    names = [f"{slug}-{format.id}-{'-'.join(languages)}-{profile}" for slug, format, languages, profile in cases]
    return pytest.mark.parametrize("sheet", cases, ids=names, indirect=True)


# The sheets that this process has opened: other tests of the same sheet need not read it again.
opened: dict[tuple, Sheet] = {}


@pytest.fixture
def sheet(request, printed) -> Sheet:
    """A sheet of a lesson. One that did not fit, and of which the build says so, is skipped; `test_complete.py` counts
    those."""
    slug, format, languages, profile = request.param
    found = opened.setdefault(request.param, printed.sheet(slug, format, languages, profile))
    if not found.path.exists() and is_reported(printed, found):
        pytest.skip("does not fit, and the build says so")
    return found


def is_reported(printed: Printed, sheet: Sheet) -> bool:
    """Whether the build says that the sheet does not fit."""
    return any(
        f"content/lessons/{lesson.slug}/{lesson.language}.md" in line
        and any(name in line for name in sheet.format.given["name"].values()) and "[print-overflow]" in line
        for lesson in sheet.lessons for line in printed.messages.splitlines()
    )  # fmt: skip


KITS = [
    (outlet["id"], format, language)
    for outlet in (CONTENT.outlets if CHECKS_ALL else CONTENT.outlets[:1])
    for format in FORMATS.values() if format.is_local
    for language in CONTENT.words
]  # fmt: skip


@pytest.fixture(params=KITS, ids=[f"{outlet}-{format.id}-{language}" for outlet, format, language in KITS])
def kit(request, printed) -> Sheet:
    """An outlet's file with all lessons of a format."""
    if request.param not in opened:
        outlet, format, language = request.param
        (row,) = [row for row in CONTENT.outlets if row["id"] == outlet]
        opened[request.param] = printed.kit(row, format, language)
    return opened[request.param]
