"""The contrast of every text with what is behind it, computed from the page as it stands, on one page of every kind."""

import pytest

from classroom import KINDS, assert_none
from comforts import setting, texts
from reading import address_of, host_at_base_url

# What the reader set, what the device asks for, and the least ratio that any text may have. WCAG 2.2 AA would let large type
# have 3 : 1; here it has no such leave.
LOOKS = [
    ("by day", "", {"color_scheme": "light"}, 4.5),
    ("by night", "", {"color_scheme": "dark"}, 4.5),
    ("light on a dark device", "light", {"color_scheme": "dark"}, 4.5),
    ("dark on a light device", "dark", {"color_scheme": "light"}, 4.5),
    ("elder mode by day", "elder", {"color_scheme": "light"}, 4.5),
    ("elder mode by night", "elder", {"color_scheme": "dark"}, 4.5),
    ("high contrast by day", "contrast", {"color_scheme": "light"}, 7),
    ("high contrast by night", "contrast", {"color_scheme": "dark"}, 7),
    ("high contrast, dark, elder mode", "contrast dark elder", {"color_scheme": "light"}, 7),
    ("the device asks for more contrast", "", {"color_scheme": "light", "contrast": "more"}, 7),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "device", "least"), LOOKS, ids=[look[0] for look in LOOKS])
def test_every_text_stands_out_from_what_is_behind_it(name, words, device, least, classroom, host, open_window):
    problems, count = [], 0
    with open_window(viewport={"width": 360, "height": 780}, **device) as window:
        setting(window.page, words)
        host_at_base_url(window.page, classroom)
        # A leaflet is a picture of a printed sheet: it keeps its paper's colours.
        for sample in [sample for kind in KINDS for sample in classroom.samples(kind) if kind != "leaflet"]:
            window.page.goto(address_of(sample, classroom, host))
            found = texts(window.page)
            count += len(found)
            problems += [
                f"{sample} {name}: {one['name']} “{one['text']}” {one['ratio']:.2f} : 1" for one in found if one["ratio"] < least - 0.005
            ]
    assert_none(problems)
    assert count > 1000


def test_the_measurement_sees_text_that_is_too_pale(host, open_window):
    with open_window(bypass_csp=True) as window:
        window.page.goto(host + "zh/index.html")
        window.page.evaluate("() => { document.querySelector('main p').style.color = '#aaa'; }")
        assert min(one["ratio"] for one in texts(window.page)) < 2.5
