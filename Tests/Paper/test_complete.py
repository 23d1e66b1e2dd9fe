"""Nothing that ought to be printed is missing."""

from printed_site import CONTENT, FORMATS, every_sheet


def test_every_lesson_is_printed_in_every_format(printed):
    missing = [
        printed.sheet(*case).path.name for case in every_sheet() if not printed.sheet(*case).path.exists()
    ]
    assert not missing, "\n".join(missing)


def test_every_outlet_has_its_kits_with_every_lesson(printed):
    short = []
    for outlet in CONTENT.outlets:
        for format in FORMATS.values():
            for language in CONTENT.words if format.is_local else []:
                kit = printed.kit(outlet, format, language)
                left_out = set(CONTENT.slugs) - {lesson.slug for lesson in kit.lessons}
                short += [f"{kit.path.name}: {slug}" for slug in sorted(left_out)]
    assert not short, "\n".join(short)


def test_nothing_is_printed_that_no_format_asks_for(printed):
    wanted = {printed.sheet(*case).path for case in every_sheet()}
    for outlet in CONTENT.outlets:
        wanted |= {printed.kit(outlet, format, language).path for format in FORMATS.values() if format.is_local
                   for language in CONTENT.words}  # fmt: skip
    there = {path for path in (printed.folder / "print").rglob("*.pdf")}
    assert not there - wanted, sorted(path.name for path in there - wanted)
