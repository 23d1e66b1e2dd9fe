"""The print desk: everything that was printed is offered, with script and without; and the outlets."""

import re
from urllib.parse import unquote

import pytest

from classroom import assert_none
from reading import host_at_base_url

LANGUAGES = ["zh", "en"]
DESKTOP = {"width": 1280, "height": 900}

# What the desk shows: for each visible sheet its lesson, its format, the files that are offered and the pictures shown.
SHOWN = """() => [...document.querySelectorAll('.sheet')].filter(sheet => sheet.checkVisibility()).map(sheet => ({
    lesson: sheet.closest('.desk-item').id.replace('lesson-', ''),
    format: sheet.dataset.format,
    files: [...sheet.querySelectorAll('a')].filter(link => link.checkVisibility()).map(link => ({
        address: link.href, languages: link.dataset.in.split(' '), holds: !!link.querySelector('img'),
    })),
    pictures: [...sheet.querySelectorAll('img')].filter(image => image.checkVisibility()).map(image => image.src),
}))"""


def desk(language: str) -> str:
    return f"{language}/print.html"


def printed(classroom) -> list[str]:
    """The files that were made for public places, below the site: sheets, and pictures to share."""
    files = (path.relative_to(classroom.folder).as_posix() for path in (classroom.folder / "print").glob("*/*"))
    shared = [file for file in files if re.search(r"-share-[^/]*\.png$", file) and not re.search(r"-\d\.png$", file)]
    sheets = (path.relative_to(classroom.folder).as_posix() for path in (classroom.folder / "print").glob("*/*.pdf"))
    return sorted({*shared, *sheets})


def lessons_of(classroom, topic: str) -> set[str]:
    return {slug for slug in classroom.bundles("lessons") if classroom.front_matter("lessons", slug)["topic"] == topic}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_offered_and_every_lesson_can_be_folded(classroom, language):
    tree = classroom.tree(desk(language))
    offered = {classroom.target(link, desk(language)).path for link in tree.xpath("//*[@class='sheet']//a/@href")}
    assert printed(classroom), "nothing was printed"
    assert_none([f"{file} is not offered" for file in printed(classroom) if file not in offered])
    folded = {
        slug
        for slug in classroom.bundles("lessons")
        if tree.xpath(f"//*[@id='lesson-{slug}']//*[@class='sheet'][starts-with(@data-format, 'trifold')]")
    }
    assert_none([f"{slug} has no tri-fold" for slug in sorted(set(classroom.bundles("lessons")) - folded)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_is_light_enough_for_a_slow_line(classroom, language):
    assert (classroom.folder / desk(language)).stat().st_size < 150_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_everything_is_listed_and_nothing_pretends_to_work(classroom, host, open_window, language):
    with open_window(java_script_enabled=False, viewport=DESKTOP) as window:
        window.page.goto(host + desk(language))
        tree = classroom.tree(desk(language))
        for what in (".sheet", ".sheet a", ".handling", ".format-notes li"):
            assert window.page.locator(f"{what}:visible").count() == window.page.locator(what).count() > 0, what
        assert len(tree.xpath("//select | //input")) > 0
        assert window.page.locator("main select:visible, main input:visible").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_first_the_desk_shows_every_lesson_in_the_first_format_and_in_the_readers_language(
    classroom, host, open_window, language
):
    with open_window(viewport=DESKTOP) as window:
        window.page.goto(host + desk(language))
        shown = window.page.evaluate(SHOWN)
        assert {sheet["lesson"] for sheet in shown} == set(classroom.bundles("lessons"))
        assert len({sheet["format"] for sheet in shown}) == 1
        assert_none([
            f"{sheet['lesson']}: {file['address']}"
            for sheet in shown for file in sheet["files"] if language not in file["languages"]
        ])  # fmt: skip
        assert str(len(shown)) in window.page.locator("[data-found]").inner_text()
        assert_none(window.complaints)


@pytest.mark.parametrize("root", ["host", "file_address"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_are_kept_in_the_address_and_a_colleague_sees_the_same(classroom, request, open_window, language, root):
    address = request.getfixturevalue(root) + desk(language)
    topic = next(topic for topic in classroom.settings["topics"] if lessons_of(classroom, topic))
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        page.goto(address)
        page.locator("#about").select_option(f"topic-{topic}")
        other = [code for code in LANGUAGES if code != language][0]
        page.locator(f"label[for=version-{other}]").click()
        formats = page.locator("[name=format]").evaluate_all("inputs => inputs.map(input => input.value)")
        page.locator(f"label[for=format-{formats[1]}]").click()
        shown = page.evaluate(SHOWN)
        assert {sheet["lesson"] for sheet in shown} == lessons_of(classroom, topic)
        assert {sheet["format"] for sheet in shown} == {formats[1]}
        assert all(other in file["languages"] for sheet in shown for file in sheet["files"])
        sent = page.url
        assert_none(window.complaints)
    with open_window(viewport=DESKTOP) as window:
        window.page.goto(sent)
        assert window.page.evaluate(SHOWN) == shown
        assert window.page.locator("#about").input_value() == f"topic-{topic}"
        assert window.page.locator("[name=format]:checked").input_value() == formats[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_that_of_the_file_below_it(classroom, host, open_window, language):
    """Whatever language is chosen: a picture of the Chinese sheet over a link to the English one would mislead."""
    problems = []
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        for wanted in [*LANGUAGES, ""]:
            page.goto("about:blank")
            page.goto(f"{host}{desk(language)}#about=&format=&language={wanted}")
            for sheet in page.evaluate(SHOWN):
                holder, *others = sheet["files"]
                stem = unquote(holder["address"]).rsplit(".", 1)[0].rsplit("/", 1)[1]
                if not sheet["pictures"]:
                    problems.append(f"{sheet['lesson']}, {sheet['format']}, “{wanted}”: no picture")
                if not holder["holds"] or any(other["holds"] for other in others):
                    problems.append(f"{sheet['lesson']}, {sheet['format']}, “{wanted}”: the picture is not in the first file")
                problems += [
                    f"{sheet['lesson']}, {sheet['format']}, “{wanted}”: {picture} over {holder['address']}"
                    for picture in sheet["pictures"]
                    if not unquote(picture).rsplit("/", 1)[1].startswith(stem)
                ]
    assert_none(problems)


def test_small_pictures_have_the_proportions_that_the_page_keeps_free(classroom, host, open_window):
    problems = []
    with open_window(viewport=DESKTOP) as window:
        window.page.goto(f"{host}{desk('zh')}#about=&format=&language=")
        found = window.page.evaluate("""async () => {
            const found = [];
            for (const image of document.querySelectorAll('.sheet img')) {
                image.loading = 'eager';
                await image.decode();
                const kept = image.getAttribute('width') / image.getAttribute('height');
                const real = image.naturalWidth / image.naturalHeight;
                if (Math.abs(kept / real - 1) > 0.02) found.push(image.src + ': ' + real.toFixed(2) + ', not ' + kept.toFixed(2));
            }
            return found;
        }""")
        problems += found + window.complaints
    assert_none(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_leads_to_its_own_sheets(classroom, host, open_window, language):
    slug = classroom.bundles("lessons")[0]
    with open_window(viewport=DESKTOP) as window:
        window.page.goto(f"{host}{language}/lessons/{slug}.html")
        window.page.locator(".take-away a[href*='print.html#lesson-']").click()
        # Its script has run when the page is loaded, which a click does not wait for.
        window.page.wait_for_url("**/print.html#**")
        shown = window.page.evaluate(SHOWN)
        assert {sheet["lesson"] for sheet in shown} == {slug}
        assert len({sheet["format"] for sheet in shown}) > 3, "all of its formats"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_is_enough(classroom, host, open_window, language):
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        page.goto(host + desk(language))
        formats = page.locator("[name=format]").evaluate_all("inputs => inputs.map(input => input.value)")
        page.locator("#about").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert {sheet["format"] for sheet in page.evaluate(SHOWN)} == {formats[1]}
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.value") == language
        page.keyboard.press("ArrowRight")
        assert all(
            page.locator("[name=version]:checked").input_value() in file["languages"]
            for sheet in page.evaluate(SHOWN) for file in sheet["files"]
        )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_has_pictures_on_how_to_print_it_and_folded_ones_have_three(classroom, language):
    tree = classroom.tree(desk(language))
    problems = []
    for format in tree.xpath("//input[@name='format']/@value"):
        parts = [part for part in tree.xpath("//*[@data-formats]") if format in part.get("data-formats").split()]
        pictures = [image for part in parts for image in part.xpath(".//img[@alt != '']")]
        texts = [text for part in parts for text in part.xpath(".//li/p") if text.text_content().strip()]
        wanted = 3 if format.startswith("trifold") else 0 if format == "share" else 1
        if not format:
            continue
        if len(pictures) < wanted or len(pictures) != len(texts):
            problems.append(f"{format}: {len(pictures)} pictures, {len(texts)} texts")
    assert_none(problems)


def test_the_instructions_follow_the_chosen_format(classroom, host, open_window):
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        page.goto(host + desk("zh"))
        for format in page.locator("[name=format]").evaluate_all("inputs => inputs.map(input => input.value).filter(Boolean)"):
            page.locator(f"label[for=format-{format}]").click()
            shown = page.locator(".handling:visible").evaluate_all("parts => parts.map(part => part.dataset.formats)")
            assert all(format in formats.split() for formats in shown), f"{format}: {shown}"
        page.locator(".found a").click()
        assert page.evaluate("document.activeElement.id") == "how"
        assert "format=" in page.url, "the choice stays in the address"


def test_choosing_nothing_says_so_and_a_strange_address_does_no_harm(classroom, host, open_window):
    with open_window(viewport=DESKTOP) as window:
        page = window.page
        for fragment in ("#about=lesson-none&format=none&language=xx", "#x=y=z&%", "#format=%", "#__proto__=1", "#lesson-none"):
            page.goto("about:blank")
            page.goto(host + desk("zh") + fragment)
            assert page.evaluate(SHOWN), fragment
        assert_none(window.complaints)


# Outlets


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outlet_is_listed_with_what_one_needs_to_find_it(classroom, language):
    text = classroom.tree(f"{language}/outlets/index.html").xpath("string(//main)")
    problems = [
        f"{outlet['id']}: {key} is missing"
        for outlet in classroom.outlets
        for key in (f"name_{language}", f"address_{language}", "phone", f"hours_{language}")
        if outlet[key] not in text
    ]
    assert_none(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_outlet_is_found_by_a_few_letters_of_its_name_or_address(classroom, host, open_window, language):
    first = classroom.outlets[0]
    with open_window() as window:
        page = window.page
        page.goto(f"{host}{language}/outlets/index.html")
        assert page.locator("[data-entry]:visible").count() == len(classroom.outlets)
        page.locator("#search").fill(first[f"address_{language}"][:12].upper())
        names = page.locator("[data-entry]:visible h2").all_inner_texts()
        assert first[f"name_{language}"] in names
        page.locator("#search").fill("qqqq")
        assert page.locator("[data-entry]:visible").count() == 0
        assert page.locator("[role=status]").inner_text() == classroom.words(language)["outlets_none"]


def test_every_kit_is_offered_on_the_page_of_its_outlet(classroom):
    problems = []
    for file in sorted((classroom.folder / "print").glob("outlets/*/*.pdf")):
        for language in LANGUAGES:
            path = f"{language}/outlets/{file.parent.name}.html"
            links = classroom.tree(path).xpath("//main//a/@href")
            if file.relative_to(classroom.folder).as_posix() not in {classroom.target(link, path).path for link in links}:
                problems.append(f"{path} does not offer {file.name}")
    assert_none(problems)


# Pictures for links


def test_every_page_of_a_lesson_names_its_picture_for_links(classroom):
    problems = []
    for page in classroom.pages:
        if page.kind not in ("lesson", "leaflet"):
            continue
        tree = classroom.tree(page.path)
        [address] = tree.xpath("//meta[@property='og:image']/@content") or [None]
        if address is None or not address.startswith(classroom.base_url):
            problems.append(f"{page}: og:image is {address}")
        elif problem := classroom.problem(address, page.path):
            problems.append(problem)
        elif f"-{page.language}." not in address:
            problems.append(f"{page}: og:image is in another language: {address}")
        if not tree.xpath("//meta[@property='og:image:alt']/@content") or not tree.xpath("//meta[@name='twitter:card']"):
            problems.append(f"{page}: the picture has no description or no card")
    assert_none(problems)
