"""Elder mode and larger text: sizes, leading, targets, widths, and what is put away."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from classroom import KINDS, assert_none
from comforts import SETTINGS, setting, texts
from reading import address_of, host_at_base_url, too_wide
from test_accessibility import violations
from test_layout import TOO_SMALL

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}


def elder_samples(classroom):
    """One page of every kind in every language; leaflets are pictures of printed sheets and keep their type."""
    return [sample for kind in KINDS for sample in classroom.samples(kind) if kind != "leaflet"]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_text_is_smaller_than_18_points_and_lines_are_apart(size, classroom, host, open_window):
    problems = []
    with open_window(viewport=size) as window:
        setting(window.page, "elder")
        host_at_base_url(window.page, classroom)
        for sample in elder_samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            for one in texts(window.page):
                if one["size"] < 24:
                    problems.append(f"{sample}: {one['name']} “{one['text']}” is {one['size']:.1f} px")
                if one["isProse"] and one["leading"] < 1.3:
                    problems.append(f"{sample}: {one['name']} “{one['text']}” has lines {one['leading']:.2f} times its size")
    assert_none(problems)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_controls_are_60_pixels_large(size, classroom, host, open_window):
    problems = []
    look = TOO_SMALL.replace("reach = 21.5", "reach = 29.5").replace("43.9", "59.9")
    assert look.count("59.9") == 2 and "29.5" in look
    with open_window(viewport=size, has_touch=True) as window:
        setting(window.page, "elder")
        host_at_base_url(window.page, classroom)
        for sample in elder_samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            if window.page.locator(".comfort-button").is_visible():
                window.page.click(".comfort-button")
            problems += [f"{sample}: {what}" for what in window.page.evaluate(look)]
    assert_none(problems)


@pytest.mark.parametrize("words", [words for words in SETTINGS if words], ids=lambda words: words)
def test_nothing_moves_sideways_whatever_the_size(words, classroom, host, open_window):
    problems = []
    with open_window() as window:
        setting(window.page, words)
        host_at_base_url(window.page, classroom)
        for sample in elder_samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            if window.page.locator(".comfort-button").is_visible():
                window.page.click(".comfort-button")
            # 640 px is a desktop of 1280 px enlarged to 200 %.
            for width in (320, 640, 1280):
                window.page.set_viewport_size({"width": width, "height": 800})
                problems += [f"{sample} at {width} px: {what}" for what in too_wide(window.page)]
    assert_none(problems)


def test_text_alone_enlarged_to_200_percent_does_not_move_a_phone_sideways(classroom, host, open_window):
    problems = []
    with open_window(viewport={"width": 360, "height": 780}) as window:
        host_at_base_url(window.page, classroom)
        for sample in elder_samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            window.page.evaluate("() => { document.documentElement.style.fontSize = '36px'; }")
            problems += [f"{sample} with type twice as large: {what}" for what in too_wide(window.page)]
    assert_none(problems)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind, classroom, host, open_window):
    problems = []
    for words, scheme, size in (("elder", "light", PHONE), ("elder contrast", "dark", DESKTOP), ("largest contrast", "light", PHONE)):
        with open_window(reduced_motion="reduce", bypass_csp=True, viewport=size, color_scheme=scheme) as window:
            setting(window.page, words)
            host_at_base_url(window.page, classroom)
            for sample in classroom.samples(kind):
                window.page.goto(address_of(sample, classroom, host))
                if window.page.locator(".comfort-button").is_visible():
                    window.page.click(".comfort-button")
                window.page.evaluate(AXE_SCRIPT)
                problems += violations(window.page, f"{sample} ({words}, {scheme}, {size['width']} px)")
    assert_none(problems)


def test_fewer_things_are_shown_but_never_fewer_numbers_to_call(classroom, host, open_window):
    for sample in classroom.samples("lesson"):
        counts = {}
        for words in ("", "elder"):
            with open_window(viewport=PHONE) as window:
                setting(window.page, words)
                window.page.goto(host + sample.path)
                counts[words] = {
                    what: window.page.locator(f"{what} >> visible=true").count()
                    for what in ("a", "nav a", ".hotlines a", ".prose p", ".question")
                }
        assert counts["elder"]["nav a"] < counts[""]["nav a"]
        for what in (".hotlines a", ".prose p", ".question"):
            assert counts["elder"][what] == counts[""][what] > 0
