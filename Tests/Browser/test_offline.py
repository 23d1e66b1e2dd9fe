"""Reading without a line: what was visited stays readable, a topic can be saved, versions never mix, and what could not be
checked says so. The line is really cut, and the host really gets another version of the site."""

import json
import os
import re
import shutil
import time
from pathlib import Path

import pytest

from building import Builder
from classroom import Classroom
from hosting import on_line
from reading import reading

LESSON = "lessons/fake-police.html"
TOPIC = "topics/impersonation.html"
OTHER_LESSON = "lessons/deposit-insurance.html"


@pytest.fixture(scope="module")
def versions(request, tmp_path_factory) -> tuple[Path, Path]:
    """The site, and the site after the style sheet and a lesson's summary have changed and another lesson was taken back."""
    program = request.config.getoption("--program")
    if not program.is_file():
        pytest.exit(f"{program} is not there. Run `make build` first.", 2)
    builder = Builder(tmp_path_factory.mktemp("versions"), program)
    first = builder.build("first")
    # A host tells the age of a file in whole seconds, and a build takes less.
    for file in first.rglob("*"):
        os.utime(file, (0, time.time() - 60))
    style = builder.folder / "templates/assets/site.css"
    style.write_text(style.read_text("utf-8") + "\n.version-two { color: inherit }\n", "utf-8")
    site = builder.folder / "content/site.yaml"
    site.write_text(re.sub(r"(?m)^title:.*(\n  .*)*", "title: {zh: 第二版课堂, en: Second classroom}", site.read_text("utf-8"), count=1), "utf-8")
    shutil.rmtree(builder.folder / "content/lessons/deposit-insurance")
    for file in (builder.folder / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        # Links to what is gone would be mistakes.
        file.write_text(re.sub(r"\[([^\]]*)\]\([^)]*deposit-insurance[^)]*\)", r"\1", text), "utf-8")
    return first, builder.build("second")


@pytest.fixture
def host(versions):
    with on_line(versions[0]) as host:
        yield host


@pytest.fixture
def window(browser):
    with reading(browser, viewport={"width": 360, "height": 640}, locale="zh-CN") as window:
        yield window


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param


def until(page, script: str, arg: object = None, seconds: float = 90) -> None:
    """Waits until a script on the page, which may take its time, answers yes."""
    end = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"waited {seconds} s for {script}"
        page.wait_for_timeout(50)


def settle(page) -> None:
    """Waits until the worker is in charge and has kept the page."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    until(page, "() => !!navigator.serviceWorker.controller")
    until(page, """async () => {
        const path = location.href.split('#')[0];
        for (const name of await caches.keys()) if (await (await caches.open(name)).match(path)) return true;
        return false;
    }""")


def notice(page) -> str | None:
    found = page.locator(".saved-notice")
    return found.inner_text() if found.count() else None


def is_styled(page) -> bool:
    return page.evaluate("() => [...document.styleSheets].some(sheet => sheet.cssRules.length > 3)")


def words(language: str) -> dict[str, str]:
    return Classroom(Path()).words(language)


def test_the_first_page_that_is_read_can_be_read_again_without_a_line_and_says_where_it_comes_from(host, window, language):
    page = window.page
    page.goto(host.address + f"{language}/{LESSON}")
    settle(page)
    title = page.inner_text("h1")
    assert notice(page) is None
    page.reload()
    assert notice(page) is None, "a page that was checked carries the notice"
    host.is_cut = True
    page.reload()
    assert page.inner_text("h1") == title
    assert is_styled(page)
    assert page.evaluate("() => [...document.images].filter(image => image.loading !== 'lazy').every(image => image.naturalWidth)")
    assert words(language)["saved_notice_title"] in notice(page)
    assert "{date}" not in notice(page) and re.search(r"20\d\d", notice(page))
    host.is_cut = False
    page.get_by_role("link", name=words(language)["saved_notice_again"]).click()
    until(page, "() => !document.querySelector('.saved-notice')")


def test_a_page_that_was_never_read_leads_to_what_is_kept_and_the_hotlines(host, window, language):
    page = window.page
    page.goto(host.address + f"{language}/{LESSON}")
    settle(page)
    host.is_cut = True
    page.goto(host.address + f"{language}/{OTHER_LESSON}")
    assert page.url.startswith(host.address + f"{language}/offline.html")
    assert page.inner_text("h1") == words(language)["offline_title"]
    assert page.get_by_text(words(language)["offline_wanted"]).is_visible()
    assert page.locator("a[href^='tel:']").count()
    page.wait_for_selector("[data-list] a")
    assert [link.get_attribute("href") for link in page.locator("[data-list] a").all()] == [host.address + f"{language}/{LESSON}"]
    host.is_cut = False
    page.locator("a[data-again]").click()
    page.wait_for_url(host.address + f"{language}/{OTHER_LESSON}")


def test_a_topic_is_saved_by_keyboard_and_every_page_of_it_opens_without_a_line(host, window, versions, language):
    page = window.page
    page.goto(host.address + f"{language}/{TOPIC}")
    settle(page)
    button = page.locator("[data-save-button]")
    button.wait_for()
    listed = json.loads((versions[0] / "offline" / f"{language}-impersonation.json").read_text("utf-8"))
    report = page.locator("[data-save-report]")
    assert str(len(listed["files"])) in report.inner_text() and "KB" in report.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    done = words(language)["save_done"].split("{")[0]
    until(page, "([selector, text]) => document.querySelector(selector).textContent.indexOf(text) === 0", arg=["[data-save-report]", done])
    assert page.evaluate("() => document.activeElement.hasAttribute('data-save-button')"), "the keyboard was lost"
    host.is_cut = True
    for file in listed["files"]:
        page.goto(host.address + file)
        assert page.url == host.address + file and notice(page) and is_styled(page), file
        broken = page.evaluate("""async () => {
            const broken = [];
            for (const image of document.images) { image.loading = 'eager'; await image.decode().catch(() => broken.push(image.src)); }
            return broken;
        }""")
        assert broken == [], file
    page.goto(host.address + f"{language}/{TOPIC}")
    until(page, "([selector, text]) => document.querySelector(selector).textContent.indexOf(text) === 0", arg=["[data-save-report]", done])


def test_the_size_that_is_shown_is_that_of_the_pages_and_all_they_load(versions):
    for list_ in sorted((versions[0] / "offline").glob("zh-*.json")):
        data = json.loads(list_.read_text("utf-8"))
        if "bytes" not in data:
            continue
        texts = [(versions[0] / file).read_text("utf-8") for file in data["files"]]
        assets = {name for text in texts for name in re.findall(r"assets/[\w.-]+", text)}
        assert data["bytes"] == sum((versions[0] / file).stat().st_size for file in [*data["files"], *assets]), list_.name


def test_saving_that_fails_says_so_and_can_be_tried_again(host, window):
    page = window.page
    page.goto(host.address + f"zh/{TOPIC}")
    settle(page)
    button, report = page.locator("[data-save-button]"), page.locator("[data-save-report]")
    button.wait_for()
    host.is_cut = True
    button.click()
    failed = words("zh")["save_failed"]
    until(page, "text => document.querySelector('[data-save-report]').textContent === text", arg=failed)
    host.is_cut = False
    button.click()
    until(page, "text => document.querySelector('[data-save-report]').textContent !== text", arg=failed)
    done = words("zh")["save_done"].split("{")[0]
    until(page, "text => document.querySelector('[data-save-report]').textContent.indexOf(text) === 0", arg=done)
    assert report.is_visible()


def kept(page) -> dict[str, str]:
    """What is kept: path and text of each file, of whatever version."""
    return page.evaluate("""async () => {
        const found = {};
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) found[name + '|' + request.url] = await (await cache.match(request)).text();
        }
        return found;
    }""")


def wait_for_version(page, number: int) -> None:
    """Waits until the pages that are kept are all of one version, and no worker is on its way."""
    until(
        page,
        """async title => {
            const registration = await navigator.serviceWorker.getRegistration();
            if (!registration || registration.installing || registration.waiting || registration.active.state !== 'activated') return false;
            let count = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) if (/\\.html$/.test(request.url)) {
                    const text = await (await cache.match(request)).text();
                    if ((text.indexOf('第二版课堂') >= 0) !== (title === 2) && /\\/zh\\//.test(request.url)) return false;
                    count += 1;
                }
            }
            return count > 0;
        }""",
        arg=number,
    )


def test_after_a_new_version_everything_kept_is_of_it_and_what_was_taken_back_is_gone(host, window, versions):
    page = window.page
    for path in (LESSON, OTHER_LESSON, TOPIC):
        page.goto(host.address + f"zh/{path}")
        settle(page)
    host.folder = versions[1]
    page.goto(host.address + "zh/index.html")
    assert "第二版课堂" in page.title(), "a reader with a line was shown the old version"
    wait_for_version(page, 2)
    found = kept(page)
    for address, text in found.items():
        path = address.split("|")[1].removeprefix(host.address)
        if path.endswith(".html"):
            assert text == (versions[1] / path).read_text("utf-8"), path
            for asset in set(re.findall(r"assets/[\w.-]+", text)):
                assert any(other.endswith("/" + asset) for other in found), f"{path} was kept without {asset}"
    assert not any(address.endswith(OTHER_LESSON) for address in found), "a lesson that was taken back is still kept"
    host.is_cut = True
    page.goto(host.address + f"zh/{LESSON}")
    assert "第二版课堂" in page.title() and is_styled(page) and notice(page)
    page.goto(host.address + f"zh/{OTHER_LESSON}")
    assert "/zh/offline.html" in page.url


def test_a_version_that_cannot_be_fetched_whole_changes_nothing(host, window, versions, tmp_path):
    page = window.page
    for path in (LESSON, TOPIC):
        page.goto(host.address + f"zh/{path}")
        settle(page)
    # The host has the new worker and the new list, but still an old lesson: it was copied file by file.
    mixed = tmp_path / "mixed"
    shutil.copytree(versions[1], mixed)
    shutil.copy(versions[0] / "zh" / LESSON, mixed / "zh" / LESSON)
    before = {address: text for address, text in kept(page).items() if address.endswith(".html")}
    host.folder = mixed
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => 0)")
    until(page, "() => navigator.serviceWorker.getRegistration().then(one => !one.installing && !one.waiting)")
    after = kept(page)
    assert {address: after.get(address) for address in before} == before
    host.is_cut = True
    page.goto(host.address + f"zh/{LESSON}")
    assert "第二版课堂" not in page.title() and notice(page) and is_styled(page)


def test_what_is_not_the_sites_own_answer_is_shown_but_not_kept(host, window, versions, tmp_path):
    """The log-in page of a wireless network answers for everything."""
    page = window.page
    page.goto(host.address + f"zh/{LESSON}")
    settle(page)
    portal = tmp_path / "portal"
    shutil.copytree(versions[0], portal)
    (portal / "zh" / LESSON).write_text("<!doctype html><title>Wi-Fi</title><main>Log in</main>", "utf-8")
    host.folder = portal
    page.goto(host.address + f"zh/{LESSON}")
    assert page.title() == "Wi-Fi"
    host.is_cut = True
    page.goto(host.address + f"zh/{LESSON}")
    assert page.title() != "Wi-Fi" and notice(page)


def test_a_host_in_trouble_does_not_hide_what_is_kept(host, window):
    page = window.page
    page.goto(host.address + f"zh/{LESSON}")
    settle(page)
    host.trouble = 503
    page.goto(host.address + f"zh/{LESSON}")
    assert notice(page)


def test_what_is_kept_can_be_deleted(host, window):
    page = window.page
    page.goto(host.address + f"zh/{LESSON}")
    settle(page)
    page.goto(host.address + "zh/offline.html")
    page.locator("[data-forget]").click()
    page.locator("[data-none]").wait_for()
    host.is_cut = True
    page.goto(host.address + f"zh/{LESSON}")
    assert "/zh/offline.html" in page.url


def test_nothing_is_complained_about_on_a_host(host, window):
    page = window.page
    for path in ("index.html#choose", f"zh/{LESSON}", f"en/{TOPIC}", "zh/offline.html", "zh/leaflets/fake-police.html", "zh-en/lessons/fake-police.html"):
        page.goto(host.address + path)
        settle(page)
    assert window.complaints == []


def test_from_a_folder_there_is_no_worker_no_button_and_not_a_word(versions, window, language):
    page = window.page
    for path in (f"{language}/{TOPIC}", f"{language}/offline.html", f"{language}/{LESSON}"):
        page.goto((versions[0] / path).as_uri())
        page.wait_for_timeout(100)
        assert not page.locator("[data-save]").is_visible()
        assert page.locator("link[rel=manifest]").count() == 0
    assert window.complaints == []


def test_without_script_the_button_is_hidden(host, browser):
    with reading(browser, java_script_enabled=False) as window:
        window.page.goto(host.address + f"zh/{TOPIC}")
        assert not window.page.locator("[data-save]").is_visible()
        assert window.complaints == []


def test_the_site_can_be_put_among_a_phones_apps(host, window, versions, language):
    page = window.page
    page.goto(host.address + f"{language}/index.html")
    address = page.evaluate("() => document.querySelector('link[rel=manifest]').href")
    path = address.removeprefix(host.address)
    assert path == f"{language}/app.webmanifest"
    manifest = json.loads((versions[0] / path).read_text("utf-8"))
    for icon in manifest["icons"]:
        assert (versions[0] / language / icon["src"]).resolve().is_file()
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"any"}
    client = page.context.new_cdp_session(page)
    answer = client.send("Page.getAppManifest")
    assert answer["errors"] == [] and answer["url"] == address
    settle(page)
    problems = client.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A window in which nothing is remembered cannot install anything.
    assert [problem["errorId"] for problem in problems] in ([], ["in-incognito"]), problems
