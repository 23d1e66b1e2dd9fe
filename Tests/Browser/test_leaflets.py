"""Every leaflet, in every language, on paper: one sheet of A4, two sides, nothing lost."""

import base64
import io
import itertools
import re
import subprocess
from dataclasses import dataclass

import pypdf
import pytest
from playwright.sync_api import expect

from classroom import Page, assert_none, plain

MM = 96 / 25.4
PT = 96 / 72
A4 = (595.28, 841.89)
LEAST_BODY = 9.5
SAFE_MARGIN = 8

# Every piece of text and every picture of both sides, and the room that they have, in CSS pixels.
MEASURE = """() => [...document.querySelectorAll('.side')].map(side => {
    const box = element => { const b = element.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
    const style = getComputedStyle(side), outer = box(side);
    const pad = name => parseFloat(style['padding' + name]);
    const isBlock = element => !getComputedStyle(element).display.startsWith('inline');
    const blocks = [], texts = [];
    const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
        let block = node.parentElement;
        while (!isBlock(block)) block = block.parentElement;
        if (!blocks.includes(block)) blocks.push(block);
        const range = document.createRange();
        range.selectNodeContents(node);
        const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
        const isBody = !!block.closest('.part-text') && !node.parentElement.closest('.callout-label');
        for (const b of range.getClientRects())
            if (b.width > 0) texts.push({text: node.data.trim().slice(0, 24), block: blocks.indexOf(block), size, isBody, box: [b.left, b.top, b.right, b.bottom]});
    }
    return {
        name: side.className, outer, inner: [outer[0] + pad('Left'), outer[1] + pad('Top'), outer[2] - pad('Right'), outer[3] - pad('Bottom')],
        scroll: [side.scrollWidth, side.scrollHeight], client: [side.clientWidth, side.clientHeight], texts,
        pictures: [...side.querySelectorAll('img')].map(box),
    };
})"""


@dataclass
class Sheet:
    """A leaflet as it was measured for paper and printed: the text of each page for each way of printing it."""

    page: Page
    slug: str
    language: str
    script: str
    sides: list[dict]
    sizes: dict[str, list[tuple[float, float]]]
    texts: dict[str, list[str]]

    def __str__(self) -> str:
        return f"{self.page} {self.script}"


def printed_as_asked(page) -> bytes:
    """The leaflet on the paper and with the margins that its style sheet asks for, with backgrounds."""
    return page.pdf(prefer_css_page_size=True, print_background=True)


def printed_by_default(page) -> bytes:
    """What the browser's dialog does if one just presses “Print”: the printer's paper, the browser's margins, no backgrounds."""
    session = page.context.new_cdp_session(page)
    paper = {"paperWidth": A4[0] / 72, "paperHeight": A4[1] / 72}
    data = session.send("Page.printToPDF", {**paper, "printBackground": False})["data"]
    session.detach()
    return base64.b64decode(data)


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return [(float(box.width), float(box.height)) for box in boxes]


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return [plain(text) for text in run.stdout.decode("utf-8").removesuffix("\f").split("\f")]


@pytest.fixture(scope="module")
def sheets(classroom, host, browser) -> list[Sheet]:
    """Every leaflet, measured and printed once without script and once with it.

    Without script the generator's choice of type size must do alone: so it is with readers who print from a phone.
    """
    sheets = []
    for has_script in (False, True):
        context = browser.new_context(java_script_enabled=has_script, viewport={"width": 1000, "height": 1200})
        page = context.new_page()
        for leaflet in classroom.pages_of("leaflet"):
            page.emulate_media(media="screen")
            page.goto(host + leaflet.path)
            page.emulate_media(media="print")
            pdfs = {"printed as asked": printed_as_asked(page)}
            if not has_script:
                pdfs["printed by default"] = printed_by_default(page)
            sheet = Sheet(
                page=leaflet,
                slug=leaflet.path.split("/")[-1].removesuffix(".html"),
                language=leaflet.language,
                script="with script" if has_script else "without script",
                sides=page.evaluate(MEASURE),
                sizes={way: sizes_of(pdf) for way, pdf in pdfs.items()},
                texts={way: texts_of(pdf) for way, pdf in pdfs.items()},
            )
            sheets.append(sheet)
        context.close()
    assert len(sheets) == 2 * len(classroom.bundles("lessons")) * len(classroom.tags)
    return sheets


def test_every_leaflet_prints_on_exactly_two_pages_of_a4(sheets):
    problems = []
    for sheet in sheets:
        for way, sizes in sheet.sizes.items():
            if len(sizes) != 2:
                problems.append(f"{sheet}, {way}: {len(sizes)} pages")
            for number, size in enumerate(sizes, 1):
                if any(abs(found - wanted) > 1 for found, wanted in zip(size, A4)):
                    problems.append(f"{sheet}, {way}: page {number} measures {size[0]:.0f} × {size[1]:.0f} pt")
    assert_none(problems)


def test_each_side_is_a_page_of_its_own_from_its_first_word_to_its_last(sheets):
    problems = []
    for sheet in sheets:
        for way, texts in sheet.texts.items():
            for side, text in zip(sheet.sides, texts):
                for end in (side["texts"][0]["text"], side["texts"][-1]["text"]):
                    # Long enough to be found, short enough not to be broken by a line end in the middle of a word.
                    if plain(end)[:6] not in text:
                        problems.append(f"{sheet}, {way}: “{end}” is not on its side ({side['name']})")
    assert_none(problems)


def test_no_side_holds_more_than_it_has_room_for(sheets):
    problems = []
    for sheet in sheets:
        for side in sheet.sides:
            for name, held, room in zip(("wide", "high"), side["scroll"], side["client"]):
                if held > room:
                    problems.append(f"{sheet} {side['name']}: {(held - room) / MM:.1f} mm too {name}")
    assert_none(problems)


def outside(box: list[float], room: list[float]) -> float:
    """How far a box sticks out of a room, in millimetres."""
    left, top, right, bottom = box
    return max(room[0] - left, room[1] - top, right - room[2], bottom - room[3]) / MM


def letters(text: dict) -> list[float]:
    """The box of the letters of a line, without the leading that its font adds above and below."""
    left, top, right, bottom = text["box"]
    middle, half = (top + bottom) / 2, text["size"] * 0.42
    return [left, middle - half, right, middle + half]


def test_nothing_stands_outside_the_padding_or_the_safe_margin_of_its_side(sheets):
    problems = []
    for sheet in sheets:
        for side in sheet.sides:
            left, top, right, bottom = side["outer"]
            margin = SAFE_MARGIN * MM
            safe = [left + margin, top + margin, right - margin, bottom - margin]
            inner = side["inner"]
            # The cover's band runs to the edges of the paper and has its own padding above.
            room = [max(safe[0], inner[0]), safe[1], min(safe[2], inner[2]), min(safe[3], inner[3])]
            boxes = [(f"“{text['text']}”", letters(text)) for text in side["texts"]]
            boxes += [("a picture", picture) for picture in side["pictures"]]
            far, name = max(((outside(box, room), name) for name, box in boxes), default=(0, ""))
            if far > 0.3:
                problems.append(f"{sheet} {side['name']}: {name} is {far:.1f} mm outside")
    assert_none(problems)


def test_no_text_stands_on_other_text_or_on_a_picture(sheets):
    problems = []
    for sheet in sheets:
        for side in sheet.sides:
            boxes = [(text["text"], text["block"], letters(text)) for text in side["texts"]]
            boxes += [("a picture", -1, picture) for picture in side["pictures"]]
            overlaps = [
                f"{sheet} {side['name']}: “{one}” and “{other}” overlap"
                for (one, its_block, a), (other, other_block, b) in itertools.combinations(boxes, 2)
                if its_block != other_block and overlap(a, b) > 1
            ]
            problems += overlaps[:2]
    assert_none(problems)


def overlap(a: list[float], b: list[float]) -> float:
    """How deep two boxes overlap, in pixels."""
    return min(min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1]))


def test_body_text_is_large_enough_to_read_on_paper(sheets):
    problems = []
    for sheet in sheets:
        for side in sheet.sides:
            body = [text for text in side["texts"] if text["isBody"]]
            if not body:
                problems.append(f"{sheet} {side['name']} has no body text")
                continue
            least = min(body, key=lambda text: text["size"])
            if least["size"] / PT < LEAST_BODY - 0.01:
                problems.append(f"{sheet} {side['name']}: “{least['text']}” has {least['size'] / PT:.2f} pt")
    assert_none(problems)


def test_every_leaflet_says_whom_to_call_where_it_comes_from_and_how_long_it_is_good(sheets, classroom):
    problems = []
    for sheet in sheets:
        front_matter = classroom.front_matter("lessons", sheet.slug)
        words = classroom.words(sheet.language)
        wanted = {f"hotline {number}": number for number in classroom.hotlines()}
        wanted["the line of sources"] = words["sources"] + words["label_colon"]
        for source in (name for name in front_matter["sources"] if classroom.facts[name].get("print", True)):
            wanted[f"source {source}"] = classroom.facts[source]["source"][sheet.language]
        for name in ("checked", "expires"):
            label = words[f"{name}_label"] + words["label_colon"]
            wanted[name] = label + date_text(front_matter[name], words)
        wanted["organiser"] = classroom.settings["organiser"][sheet.language]
        wanted["address"] = classroom.absolute(f"{sheet.language}/lessons/{sheet.slug}.html")
        wanted["line to write on"] = words["leaflet_write_in"]
        found = "".join(sheet.texts["printed as asked"])
        problems += [f"{sheet}: {name} is missing: “{text}”" for name, text in wanted.items() if plain(text) not in found]
    assert_none(problems)


def date_text(date, words: dict[str, str]) -> str:
    """A day as the words of the interface say that days are written."""
    parts = {"YYYY": date.year, "MMMM": words["months"].split()[date.month - 1], "M": date.month, "D": date.day}
    return re.sub("YYYY|MMMM|M|D", lambda part: str(parts[part[0]]), words["date_format"])


def test_a_script_makes_type_larger_never_smaller(sheets):
    """The generator's choice must do alone, so the script may only use the room that is left."""
    problems = []
    without, with_script = sheets[: len(sheets) // 2], sheets[len(sheets) // 2 :]
    for one, other in zip(without, with_script):
        for before, after in zip(one.sides, other.sides):
            sizes = [max((text["size"] for text in side["texts"] if text["isBody"]), default=0) for side in (before, after)]
            if sizes[1] < sizes[0] - 0.01:
                problems.append(f"{one.page}: {before['name']} became {after['name']}")
    assert_none(problems)


def test_leaflets_are_loaded_without_complaint(classroom, host, open_window):
    with open_window(viewport={"width": 1000, "height": 1200}) as window:
        for sample in classroom.samples("leaflet"):
            window.page.goto(host + sample.path)
            window.page.emulate_media(media="print")
        assert_none(window.complaints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_button_prints_and_is_there_only_when_it_works(language, classroom, file_address, open_window):
    sample = classroom.pages_of("leaflet", language)[0]
    label = classroom.words(language)["print_button"]
    with open_window() as window:
        window.page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
        window.page.goto(file_address + sample.path)
        window.page.get_by_role("button", name=label).click()
        expect(window.page.locator("html")).to_have_attribute("data-printed", "yes")
        window.page.emulate_media(media="print")
        expect(window.page.get_by_role("button", name=label)).to_have_count(0)
    with open_window(java_script_enabled=False) as window:
        window.page.goto(file_address + sample.path)
        expect(window.page.get_by_role("button", name=label)).to_have_count(0)
