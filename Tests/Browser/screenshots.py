"""Pictures of the main pages for looking at: phone and desktop, every language, by day, by night and in elder mode.

    .venv/bin/python Tests/Browser/screenshots.py FOLDER [SITE]

SITE is a built site (default: public/). FOLDER gets one picture for each page, device and look, the leaflets' sides as PDF,
and contact sheets: `sheet-phone-zh.png` shows the heads of the twelve main pages by day, by night and in elder mode.
"""

from __future__ import annotations

import sys
from pathlib import Path

from classroom import KINDS, PROJECT, Classroom
from comforts import setting
from reading import browsing, host_at_base_url, reading

DEVICES = {
    "phone": {"viewport": {"width": 360, "height": 780}, "device_scale_factor": 2, "has_touch": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}


# What the reader set for themselves, and what the device asks for.
LOOKS = {"light": ("", "light"), "dark": ("", "dark"), "elder": ("elder", "light")}
MAIN = [
    "home", "topic", "audience", "lesson", "case", "quiz", "side by side", "report", "glossary", "page", "print desk", "editions",
]  # fmt: skip


def name_of(sample) -> str:
    """`lesson-zh`, `language-choice`: what a picture's file is called after."""
    return "-".join([sample.kind.replace(" ", "-"), *([sample.language] if sample.language else [])])


def take(folder: Path, classroom: Classroom) -> int:
    """Takes all pictures.
    - Returns: how many there are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    samples = [sample for kind in KINDS for sample in classroom.samples(kind)]
    count = 0
    with browsing() as browser:
        for device, options in DEVICES.items():
            for look, (words, scheme) in LOOKS.items():
                with reading(browser, color_scheme=scheme, reduced_motion="reduce", **options) as window:
                    setting(window.page, words)
                    host_at_base_url(window.page, classroom)
                    for sample in samples:
                        # The fragment keeps the page that asks for the language from going on by itself.
                        window.page.goto(classroom.absolute(sample.path) + ("#choose" if sample.path == "index.html" else ""))
                        for image in window.page.locator("img").all():
                            image.evaluate("image => { image.loading = 'eager'; return image.decode(); }")
                        window.page.screenshot(path=folder / f"{name_of(sample)}-{device}-{look}.png", full_page=True)
                        count += 1
            for language in classroom.tags:
                contact_sheet(browser, folder, classroom, device, language)
                count += 1
        with reading(browser) as window:
            host_at_base_url(window.page, classroom)
            for sample in classroom.samples("leaflet"):
                window.page.goto(classroom.absolute(sample.path))
                window.page.pdf(path=folder / f"{name_of(sample)}.pdf", prefer_css_page_size=True, print_background=True)
                count += 1
    return count


def contact_sheet(browser, folder: Path, classroom: Classroom, device: str, language: str) -> None:
    """The heads of the main pages in one picture: a column for each page, a row for each look."""
    names = [name_of(page) for kind in MAIN for page in classroom.samples(kind) if page.language == language]
    # The page in two languages is made once, and its frame speaks one of them: it stands on every sheet.
    names = list(dict.fromkeys(names + [name_of(page) for page in classroom.samples("side by side")]))
    rows = "".join(
        "<tr>" + "".join(f"<td><div><img src='{(folder / f'{name}-{device}-{look}.png').resolve().as_uri()}'></div></td>" for name in names)
        for look in LOOKS
    )
    width = 260 if device == "phone" else 420
    style = f"body {{ margin: 0; background: #777 }} div {{ width: {width}px; height: 480px; overflow: hidden }} img {{ width: 100% }}"
    file = folder / "sheet.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style><table>{rows}</table>", "utf-8")
    with reading(browser, viewport={"width": (width + 10) * len(names), "height": 900}) as window:
        window.page.goto(file.resolve().as_uri())
        window.page.screenshot(path=folder / f"sheet-{device}-{language}.png", full_page=True)
    file.unlink()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    site = Path(sys.argv[2]) if len(sys.argv) == 3 else PROJECT / "public"
    if not (site / "index.html").is_file():
        sys.exit(f"There is no built site in {site}. Run `make site` first.")
    print(f"{take(Path(sys.argv[1]), Classroom(site.resolve()))} pictures in {sys.argv[1]}")
