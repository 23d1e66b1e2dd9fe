"""Every sheet says which edition it is and until when, and only an outlet's own sheets say whose they are."""

import re
from collections import defaultdict

from printed_site import CONTENT, every_sheet, opened, sheets
from sheets import Sheet, output
from wording import bare

CODE = "[0-9A-HJKMNP-Z]{6}"


def identities(sheet: Sheet):
    """The lines that say which edition each side is: page, box, text."""
    return [(page, box, text) for page, box, _, text in sheet.texts("identity")]


def expected_identity(lesson):
    """What such a line says, with a pattern for the code."""
    words, project = lesson.project.words[lesson.language], lesson.project
    parts = [project.site["languages"][lesson.language]["name"], lesson.front["checked"]]
    if "expires" in lesson.front:
        parts.append(words["expires_label"] + words["label_colon"] + project.day(lesson.language, lesson.front["expires"]))
    rest = bare("·" + "·".join(parts))
    return re.compile(re.escape(bare(words["print_edition"] + words["label_colon"])) + f"({CODE})" + re.escape(rest))


def assert_identity(sheet: Sheet, printed):
    lines = identities(sheet)
    said = {(sheet.lesson(page, box).slug, sheet.lesson(page, box).language) for page, box, _ in lines}
    assert said == {(lesson.slug, lesson.language) for lesson in sheet.lessons}, "some edition is not named"
    for page, box, text in lines:
        lesson = sheet.lesson(page, box)
        match = expected_identity(lesson).fullmatch(text)
        assert match, f"{box}: “{text}”"
        assert (printed.folder / lesson.language / "editions" / f"{match[1]}.html").is_file(), match[1]


@sheets()
def test_a_sheet_names_its_edition_and_the_day_it_expires(sheet, printed):
    assert_identity(sheet, printed)


def test_a_kit_names_the_edition_of_every_lesson(kit, printed):
    assert_identity(kit, printed)


def test_one_edition_has_one_code_in_all_formats(printed):
    """And no two editions share one. The page of the code names the lesson."""
    codes = defaultdict(set)
    for case in every_sheet():
        sheet = opened.get(case)
        if sheet and sheet.path.exists() and not sheet.format.is_picture:
            for page, box, text in identities(sheet):
                lesson = sheet.lesson(page, box)
                codes[lesson.slug, lesson.language].add(re.search(f":({CODE})|：({CODE})", text)[0][1:])
    if not codes:
        # This process has read no other test's sheets.
        for slug in CONTENT.slugs:
            text = output("pdftotext", "-raw", printed.folder / f"print/{slug}/{slug}-trifold-zh.pdf", "-")
            codes[slug, "zh"].add(re.search(f"：({CODE})", bare(text))[1])
    assert {edition: found for edition, found in codes.items() if len(found) > 1} == {}
    assert len(set.union(*codes.values())) == len(codes)
    for (slug, language), (code,) in codes.items():
        page = (printed.folder / language / "editions" / f"{code}.html").read_text(encoding="utf-8")
        assert f"lessons/{slug}.html" in page and code in page


def words_of(outlet):
    """What of an outlet may not stand on a sheet for public places."""
    return [bare(outlet[name]) for name in ("id", "name_zh", "name_en", "address_zh", "address_en", "phone")]


def test_sheets_for_public_places_name_no_outlet(printed):
    """facts.md, L-37: no outlet's name, address or telephone, in the text, the metadata or the links."""
    marks = [mark for outlet in CONTENT.outlets for mark in words_of(outlet)]
    found = []
    paths = [path for path in sorted((printed.folder / "print").rglob("*.pdf")) if "outlets" not in path.parts]
    assert paths
    for path in paths:
        text = bare(output("pdftotext", "-raw", path, "-")) + path.read_bytes().decode("latin-1")
        found += [f"{path.name}: {mark}" for mark in marks if mark in text or "?outlet=" in text]
    assert found == []


def test_a_kit_names_its_outlet_on_every_lesson_and_no_other(kit):
    own = kit.outlet
    others = [outlet for outlet in CONTENT.outlets if outlet["id"] != own["id"]]
    pages = ["".join(word.text for word in words) for words in kit.words]
    for number, lesson in enumerate(kit.lessons):
        sides = len(kit.format.sides)
        text = bare("".join(pages[number * sides : (number + 1) * sides]))
        for mark in (f"name_{lesson.language}", f"address_{lesson.language}", "phone"):
            assert text.count(bare(own[mark])) >= len(kit.format.copies), f"{lesson.slug}: {own[mark]}"
        for other in others:
            for mark in (f"name_{lesson.language}", "phone"):
                assert bare(other[mark]) not in text, f"{lesson.slug}: {other[mark]}"


def test_every_kit_names_its_own_outlet(printed):
    """All outlets, not only the first: their first page, and nobody else's telephone."""
    for folder in sorted((printed.folder / "print/outlets").iterdir()):
        (own,) = [outlet for outlet in CONTENT.outlets if outlet["id"] == folder.name]
        for path in sorted(folder.glob("*.pdf")):
            text = bare(output("pdftotext", "-raw", "-l", "2", path, "-"))
            phones = [outlet["phone"] for outlet in CONTENT.outlets if outlet["phone"] in text]
            assert phones == [own["phone"]], path.name
