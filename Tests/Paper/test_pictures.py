"""The pictures for phones and for links, and the thumbnails of the desk."""

import re
from urllib.parse import urlsplit

import pytest
from lessons import LANGUAGES
from PIL import Image
from printed_site import CONTENT, FORMATS, every_sheet

# Bytes.
LARGEST = 300 * 1024
SIZES = {"share": (1080, 1920), "og": (1200, 630)}


@pytest.mark.parametrize("name", SIZES)
def test_pictures_have_their_size_and_are_light(printed, name):
    for slug, format, languages, _ in every_sheet():
        if format.id == name:
            path = printed.sheet(slug, format, languages).path
            with Image.open(path) as picture:
                picture.load()
                assert picture.size == SIZES[name] and picture.format == "PNG", path.name
                assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 20, f"{path.name} is nearly empty"
            assert path.stat().st_size < LARGEST, path.name


def tag(page, name):
    match = re.search(rf'<meta property="{name}" content="([^"]*)"', page)
    assert match, name
    return match[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_that_a_lesson_shows_in_links_is_there(printed, language):
    for slug in CONTENT.slugs:
        page = (printed.folder / f"{language}/lessons/{slug}.html").read_text(encoding="utf-8")
        address = tag(page, "og:image")
        assert address.startswith(CONTENT.address)
        path = printed.folder / address[len(CONTENT.address) :]
        assert path == printed.sheet(slug, FORMATS["og"], (language,)).path
        with Image.open(path) as picture:
            assert picture.size == SIZES["og"]
            assert (tag(page, "og:image:width"), tag(page, "og:image:height")) == tuple(map(str, picture.size))


def test_every_address_of_the_desk_leads_to_a_file(printed):
    """Whatever the desk and the lessons' pages offer for printing has been printed, and all thumbnails are there."""
    offered = 0
    for path in sorted(printed.folder.glob("*/print.html")) + sorted(printed.folder.glob("*/lessons/*.html")):
        page = path.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src|data-[a-z]+)="([^"]*print/[^"]*\.(?:pdf|png))"', page):
            if not urlsplit(address).scheme:
                offered += 1
                assert (path.parent / address).is_file(), f"{path.name}: {address}"
    assert offered > len(CONTENT.slugs) * 10
