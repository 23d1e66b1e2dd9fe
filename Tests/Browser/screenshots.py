"""Pictures of the main pages for looking at: phone and desktop, every language, by day and by night.

    .venv/bin/python Tests/Browser/screenshots.py FOLDER [SITE]

SITE is a built site (default: public/). FOLDER gets one picture for each page and device, and the leaflets' sides as PDF.
"""

from __future__ import annotations

import sys
from pathlib import Path

from classroom import KINDS, PROJECT, Classroom
from reading import browsing, host_at_base_url, reading

DEVICES = {
    "phone": {"viewport": {"width": 360, "height": 780}, "device_scale_factor": 2, "has_touch": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}


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
            for scheme in ("light", "dark"):
                with reading(browser, color_scheme=scheme, reduced_motion="reduce", **options) as window:
                    host_at_base_url(window.page, classroom)
                    for sample in samples:
                        # The fragment keeps the page that asks for the language from going on by itself.
                        window.page.goto(classroom.absolute(sample.path) + ("#choose" if sample.path == "index.html" else ""))
                        for image in window.page.locator("img").all():
                            image.evaluate("image => { image.loading = 'eager'; return image.decode(); }")
                        window.page.screenshot(path=folder / f"{name_of(sample)}-{device}-{scheme}.png", full_page=True)
                        count += 1
        with reading(browser) as window:
            host_at_base_url(window.page, classroom)
            for sample in classroom.samples("leaflet"):
                window.page.goto(classroom.absolute(sample.path))
                window.page.pdf(path=folder / f"{name_of(sample)}.pdf", prefer_css_page_size=True, print_background=True)
                count += 1
    return count


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    site = Path(sys.argv[2]) if len(sys.argv) == 3 else PROJECT / "public"
    if not (site / "index.html").is_file():
        sys.exit(f"There is no built site in {site}. Run `make site` first.")
    print(f"{take(Path(sys.argv[1]), Classroom(site.resolve()))} pictures in {sys.argv[1]}")
