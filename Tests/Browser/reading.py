"""Readers with their devices: windows of one browser, in which every complaint of the browser is heard."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from classroom import Classroom
from classroom import Page as SitePage
from hosting import policy

CHROMIUM = "/usr/bin/chromium"


@contextmanager
def browsing():
    """Debian's Chromium; nothing is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        try:
            yield browser
        finally:
            browser.close()


class Window:
    """A reader's window: a page of the browser, and what the browser complained about meanwhile."""

    def __init__(self, page: Page):
        self.page = page
        self.complaints: list[str] = []
        page.set_default_timeout(60_000)
        page.on("console", lambda message: self._hear(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self._hear(f"script error: {error}"))
        page.on("requestfailed", self._hear_of_failure)
        page.on("response", lambda response: response.status < 400 or self._hear(f"{response.status}: {response.url}"))

    def _hear_of_failure(self, request) -> None:
        # What was still on its way when the reader left the page is no failure.
        if request.failure != "net::ERR_ABORTED":
            self._hear(f"not loaded: {request.url} ({request.failure})")

    def _hear(self, complaint: str) -> None:
        self.complaints.append(f"{self.page.url}: {complaint}")


@contextmanager
def reading(browser: Browser, **device: object):
    """Opens a window with its own memory; `device` is Playwright's: viewport, locale, color_scheme, java_script_enabled …"""
    context = browser.new_context(**device)
    try:
        yield Window(context.new_page())
    finally:
        context.close()


def host_at_base_url(page: Page, classroom: Classroom) -> None:
    """Answers requests to the site's own address from its folder, so that absolute links can be followed.

    A service worker would ask past these answers, so there is none at that address.
    """
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    types = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}

    def answer(route) -> None:
        path = route.request.url.removeprefix(classroom.base_url) or "index.html"
        file = classroom.folder / path
        status = 200 if file.is_file() else 404
        file = file if file.is_file() else classroom.folder / "404.html"
        headers = {"Content-Security-Policy": policy(classroom.folder), "Content-Type": types[Path(file).suffix]}
        route.fulfill(status=status, headers=headers, body=file.read_bytes())

    page.route(classroom.base_url + "**", answer)


def address_of(sample: SitePage, classroom: Classroom, root: str) -> str:
    """Where a reader finds a page: for what is not there at a wrong address deep below the site's own (see above)."""
    if sample.kind == "not found":
        return classroom.absolute("not/there.html")
    # The page that asks for the language goes on by itself, unless its fragment says that it is to stay.
    return root + sample.path + ("#choose" if sample.kind == "language choice" else "")


TOO_WIDE = r"""() => {
    const width = document.documentElement.clientWidth, found = [];
    const name = element => element.tagName.toLowerCase() + [...element.classList].map(one => '.' + one).join('')
        + ' “' + element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30) + '”';
    const isScrolled = element => {
        for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
            if (getComputedStyle(box).overflowX !== 'visible') return true;
        return false;
    };
    if (document.scrollingElement.scrollWidth > width) {
        found.push('the page is ' + document.scrollingElement.scrollWidth + ' px wide');
        for (const element of document.body.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            if (box.right > width + .5 && box.width > 0 && !isScrolled(element))
                found.push(name(element) + ' ends at ' + Math.round(box.right) + ' px');
        }
    }
    for (const element of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(element);
        if (!['hidden', 'clip'].includes(style.overflowX) || element.matches('.sr-only') || !element.checkVisibility()) continue;
        if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
            found.push(name(element) + ' is cut off: ' + element.scrollWidth + ' × ' + element.scrollHeight + ' px in '
                + element.clientWidth + ' × ' + element.clientHeight);
    }
    return found.slice(0, 6);
}"""


def too_wide(page: Page) -> list[str]:
    """What sticks out of a page so that it can be moved sideways, and boxes that cut their text off; the first few of them."""
    return page.evaluate(TOO_WIDE)
