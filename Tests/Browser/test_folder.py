"""The site as a plain folder (a USB stick, a village's shared disk), and on a host with its security policy."""

from dataclasses import dataclass

import pytest

from classroom import KINDS, assert_none
from hosting import policy
from reading import too_wide

NARROW = {"width": 320, "height": 640}

# Where the links lead that a reader can see.
LINKS = """() => [...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility())
    .map(link => link.href.split('#')[0])"""


@dataclass
class Walk:
    """A walk through the folder on a small phone, from the first page along every link."""

    reached: set[str]
    complaints: list[str]
    too_wide: list[str]


@pytest.fixture(scope="module")
def walk(file_address, open_window) -> Walk:
    waiting, seen, wide = ["index.html"], {"index.html"}, []
    # A reader of neither language, whom the first page asks instead of going on.
    with open_window(locale="fr-FR", viewport=NARROW) as window:
        while waiting:
            path = waiting.pop()
            window.page.goto(file_address + path)
            wide += [f"{path} at {NARROW['width']} px: {what}" for what in too_wide(window.page)]
            found = {link.removeprefix(file_address) for link in window.page.evaluate(LINKS) if link.startswith(file_address)}
            waiting += sorted(link for link in found - seen if link.endswith(".html"))
            seen |= found
        return Walk({path for path in seen if path.endswith(".html")}, window.complaints, wide)


def test_following_links_from_the_first_page_of_the_folder_reaches_every_page(walk, classroom):
    # Only a host shows the page for addresses that are not there.
    paths = {page.path for page in classroom.pages} - {"404.html"}
    assert_none([f"{path}: no link leads there" for path in sorted(paths - walk.reached)])
    assert_none([f"{path} is linked but not there" for path in sorted(walk.reached - paths)])


def test_no_page_of_the_folder_gives_the_browser_cause_for_complaint(walk):
    assert_none(walk.complaints)


def test_no_page_at_all_has_to_be_moved_sideways_on_a_small_phone(walk):
    assert_none(walk.too_wide)


def test_one_page_of_every_kind_opens_on_a_host_without_complaint(classroom, host, open_window):
    with open_window(locale="fr-FR") as window:
        for sample in [sample for kind in KINDS if kind != "not found" for sample in classroom.samples(kind)]:
            response = window.page.goto(host + sample.path)
            assert response.headers["content-security-policy"] == policy(classroom.folder)
        assert_none(window.complaints)


def test_pictures_and_style_sheets_are_loaded_from_the_folder(classroom, file_address, open_window):
    problems = []
    with open_window(viewport={"width": 1280, "height": 900}) as window:
        for sample in [sample for kind in KINDS if kind != "not found" for sample in classroom.samples(kind)]:
            window.page.goto(file_address + sample.path + "#choose")
            broken = window.page.evaluate("""async () => {
                const broken = [];
                for (const image of document.images) {
                    image.loading = 'eager';
                    await image.decode().catch(() => broken.push(image.src));
                }
                return broken;
            }""")
            problems += [f"{sample}: {address} cannot be shown" for address in broken]
            if window.page.evaluate("() => [...document.styleSheets].some(sheet => sheet.disabled) || !document.styleSheets.length"):
                problems.append(f"{sample}: no style sheet")
        assert_none(problems + window.complaints)
