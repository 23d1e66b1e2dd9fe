"""The page that asks for the language, and the memory of the choice."""

import re

import pytest
from playwright.sync_api import expect

from classroom import assert_none


@pytest.fixture(params=["http", "file"])
def root(request, host, file_address) -> str:
    """The address of the site, once on a host and once as a folder."""
    return host if request.param == "http" else file_address


@pytest.mark.parametrize("locale, language", [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-US", "en"), ("en-GB", "en")])
def test_it_goes_to_the_readers_own_language(locale, language, root, open_window):
    with open_window(locale=locale) as window:
        window.page.goto(root + "index.html")
        window.page.wait_for_url(f"{root}{language}/index.html")
        assert_none(window.complaints)


def test_it_does_not_stay_in_the_way_back(root, open_window):
    with open_window(locale="zh-CN") as window:
        window.page.goto(root + "en/pages/about.html")
        window.page.goto(root + "index.html")
        window.page.wait_for_url(f"{root}zh/index.html")
        window.page.go_back()
        expect(window.page).to_have_url(f"{root}en/pages/about.html")


def stays(window, address: str) -> bool:
    """Whether a page, once loaded, has sent for no other page."""
    pages_sent_for = []
    window.page.on("request", lambda request: request.is_navigation_request() and pages_sent_for.append(request.url))
    window.page.goto(address)
    window.page.wait_for_load_state("networkidle")
    return [url.split("#")[0] for url in pages_sent_for] == [address.split("#")[0]] and window.page.url == address


def test_it_asks_a_reader_of_another_language(root, classroom, open_window):
    with open_window(locale="fr-FR") as window:
        assert stays(window, root + "index.html")
        for code in classroom.tags:
            link = window.page.locator(f"main a[href='{code}/index.html']")
            expect(link).to_be_visible()
            expect(link).to_contain_text(classroom.settings["languages"][code]["name"])
        assert_none(window.complaints)


def test_it_asks_again_when_its_address_says_so(root, open_window):
    with open_window(locale="en-US") as window:
        assert stays(window, root + "index.html#choose")


@pytest.mark.parametrize("at", ["index.html#choose", "zh/index.html", "zh/lessons/fake-police.html"])
def test_a_choice_is_remembered_against_the_language_of_the_device(at, root, open_window):
    with open_window(locale="zh-CN") as window:
        window.page.goto(root + at)
        window.page.locator("a[data-language=en]").first.click()
        expect(window.page).to_have_url(re.compile(re.escape(root) + "en/"))
        window.page.goto(root + "index.html")
        window.page.wait_for_url(f"{root}en/index.html")
        assert_none(window.complaints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_script_it_is_plain_links(language, root, open_window):
    with open_window(locale="zh-CN", java_script_enabled=False) as window:
        assert stays(window, root + "index.html")
        window.page.locator(f"main a[hreflang={'zh-Hans' if language == 'zh' else 'en'}]").click()
        expect(window.page).to_have_url(f"{root}{language}/index.html")
        assert_none(window.complaints)


def test_the_switch_leads_to_the_same_page_in_the_other_language_and_back(root, open_window):
    with open_window(locale="zh-CN") as window:
        window.page.goto(root + "zh/lessons/fake-police.html")
        window.page.locator(".masthead a[data-language=en]").click()
        expect(window.page).to_have_url(root + "en/lessons/fake-police.html")
        window.page.locator(".masthead a[data-language=zh-Hans]").click()
        expect(window.page).to_have_url(root + "zh/lessons/fake-police.html")
        assert_none(window.complaints)
