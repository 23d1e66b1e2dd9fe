"""The pages to which the codes on printed sheets lead."""

import shutil
import subprocess

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from classroom import PROJECT, Classroom, assert_none
from conftest import TODAY
from test_accessibility import violations_everywhere

LANGUAGES = ["zh", "en"]
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def with_past(request, tmp_path_factory) -> Classroom:
    """The same site, had it printed and withdrawn editions before."""
    project = tmp_path_factory.mktemp("past")
    for folder in ("content", "templates"):
        shutil.copytree(PROJECT / folder, project / folder)
    slug = Classroom(project, project).bundles("lessons")[0]
    (project / "content/editions.csv").write_text(
        "code,lesson,language,date,withdrawn,reason_zh,reason_en\n"
        f"B2K7M4,{slug},zh,2026-03-01,,,\n"
        f"C93XNT,{slug},en,2026-03-01,2026-06-10,电话号码印错了。,The phone number was wrong.\n"
        "D0ZR5W,a-lesson-that-is-gone,zh,2025-03-01,,,\n",
        "utf-8",
    )
    program = request.config.getoption("--program")
    arguments = ["build", "--root", str(project), "--quiet", "--today", TODAY]
    build = subprocess.run([program, *arguments], capture_output=True, text=True)
    assert build.returncode == 0, build.stderr
    return Classroom(project / "public", project)


def heading(classroom, path: str) -> str:
    return classroom.tree(path).xpath("normalize-space(//h1)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_has_one_current_edition_in_each_language(classroom, language):
    wanted = {(slug, code) for slug in classroom.bundles("lessons") for code in LANGUAGES}
    current = [
        (edition["lesson"], edition["language"])
        for edition in classroom.editions
        if classroom.words(language)["edition_current"] in heading(classroom, f"{language}/editions/{edition['code']}.html")
    ]
    assert sorted(current) == sorted(wanted)


def test_the_code_on_a_leaflet_leads_to_the_edition_of_its_lesson(classroom):
    codes = {(edition["lesson"], edition["language"]): edition["code"] for edition in classroom.editions}
    assert_none([
        f"{page}: does not show the code {code}"
        for page in classroom.pages_of("leaflet")
        if (code := codes[page.path.split("/")[-1].removesuffix(".html"), page.language])
        not in classroom.tree(page.path).xpath("string(//*[@class='imprint-address'])")
    ])  # fmt: skip


def test_an_edition_says_what_it_is_of_and_until_when(classroom):
    problems = []
    for edition in classroom.editions:
        front_matter = classroom.front_matter("lessons", edition["lesson"])
        for language in LANGUAGES:
            path = f"{language}/editions/{edition['code']}.html"
            tree = classroom.tree(path)
            text = tree.xpath("string(//main)")
            problems += [f"{path}: no {what}" for what in (edition["code"],) if what not in text]
            days = set(tree.xpath("//time/@datetime"))
            problems += [
                f"{path}: no {day}" for key in ("checked", "expires")
                if (day := front_matter.get(key)) and str(day) not in days
            ]  # fmt: skip
            if not tree.xpath(f"//main//a[contains(@href, 'lessons/{edition['lesson']}.html')]"):
                problems.append(f"{path}: does not lead to the lesson")
    assert_none(problems)


def test_the_page_of_an_edition_is_small_needs_no_script_and_is_not_for_searching(classroom):
    problems = []
    for page in classroom.pages_of("edition"):
        tree = classroom.tree(page.path)
        files = [page.path] + [classroom.target(one, page.path).path for one in tree.xpath("//link[@rel='stylesheet']/@href")]
        size = sum((classroom.folder / file).stat().st_size for file in files)
        if size > 12_000:
            problems.append(f"{page} with its style sheet has {size} bytes")
        if tree.xpath("//script[@src]"):
            problems.append(f"{page} loads a script")
        if tree.xpath("//meta[@name='robots']/@content") != ["noindex"]:
            problems.append(f"{page} may be found by searching")
    assert_none(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_can_be_read_without_scrolling_on_a_small_phone(classroom, host, open_window, language):
    with open_window(viewport=PHONE, java_script_enabled=False) as window:
        for page in classroom.pages_of("edition", language)[:4]:
            window.page.goto(host + page.path)
            box = window.page.locator("h1").bounding_box()
            assert box["y"] + box["height"] < PHONE["height"] / 2, page.path


def test_somebody_who_scanned_an_unknown_code_is_shown_the_list(classroom):
    links = classroom.tree("404.html").xpath("//main//a/@href")
    assert classroom.absolute(f"{classroom.source}/editions/index.html") in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_became_of_older_editions_is_said_on_their_pages(with_past, language):
    words = with_past.words(language)
    for code, word in (("B2K7M4", "edition_replaced"), ("C93XNT", "edition_withdrawn"), ("D0ZR5W", "edition_expired")):
        assert words[word] in heading(with_past, f"{language}/editions/{code}.html")
    withdrawn = with_past.tree(f"{language}/editions/C93XNT.html")
    reason = {"zh": "电话号码印错了。", "en": "The phone number was wrong."}[language]
    assert reason in withdrawn.xpath("string(//main)")
    assert withdrawn.xpath("//a[starts-with(@href, 'tel:')]"), "whom to call"
    listed = with_past.tree(f"{language}/editions/index.html").xpath("string(//*[@id='withdrawn'])")
    assert "C93XNT" in listed and reason in listed
    # Every other edition's page lists it, too.
    other = next(edition["code"] for edition in with_past.editions if edition["code"] != "C93XNT")
    assert "C93XNT.html" in with_past.tree(f"{language}/editions/{other}.html").xpath("//a/@href")


@pytest.mark.parametrize("code", ["B2K7M4", "C93XNT", "D0ZR5W"])
def test_axe_finds_nothing_on_the_pages_of_older_editions(with_past, open_window, code):
    with open_window(reduced_motion="reduce", bypass_csp=True) as window:
        for language in LANGUAGES:
            window.page.goto(f"{with_past.folder.as_uri()}/{language}/editions/{code}.html")
            assert_none(violations_everywhere(window.page, f"{language}/editions/{code}.html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_is_found_by_its_code_as_people_type_it(classroom, host, open_window, language):
    edition = classroom.editions[0]
    with open_window() as window:
        window.page.goto(f"{host}{language}/editions/index.html")
        window.page.locator("#search").fill(edition["code"].lower())
        assert [text.strip() for text in window.page.locator("[data-entry]:visible .code").all_inner_texts()] == [edition["code"]]
