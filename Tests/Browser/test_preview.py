"""The live preview: what an editor sees while writing, and what it does when it is used badly."""

import http.client
import random
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.request

import pytest
from building import TODAY
from previewing import copy_of_the_project, free_port, previewing
from reading import reading

LESSON = "zh/lessons/fake-police.html"
SOURCE = "content/lessons/fake-police/zh.md"


@pytest.fixture(scope="module")
def program(request):
    return request.config.getoption("--program")


@pytest.fixture
def preview(program, tmp_path):
    with previewing(program, copy_of_the_project(tmp_path)) as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    """A phone on which the lesson is open."""
    with reading(browser, viewport={"width": 360, "height": 640}, locale="zh-CN") as window:
        window.page.goto(preview.address + LESSON)
        window.page.wait_for_function("() => document.querySelectorAll('link[href=\"/.microclass/preview.css\"]').length")
        yield window.page
        assert [text for text in window.complaints if "preview" in text and "ERR_EMPTY" not in text] == []


def until(page, script: str, seconds: float = 90) -> None:
    """Waits until a function on the page says yes, also while the page loads itself again."""
    end = time.monotonic() + seconds
    while True:
        try:
            if page.evaluate(script):
                return
        except Exception as error:
            assert "context was destroyed" in str(error) or "navigat" in str(error), error
        assert time.monotonic() < end, f"waited {seconds} s for {script}"
        time.sleep(0.02)


def test_a_saved_text_is_on_the_phone_and_the_reader_stays_where_they_were(preview, page):
    page.evaluate("() => window.scrollTo({ top: 1200, behavior: 'instant' })")
    preview.edit(SOURCE, "title: ", "title: 新")
    until(page, "() => document.querySelector('h1').textContent.startsWith('新')")
    until(page, "() => Math.abs(window.scrollY - 1200) < 3")


def test_a_style_sheet_is_exchanged_without_loading_the_page_again(preview, page):
    page.evaluate("() => { window.scrollTo({ top: 800, behavior: 'instant' }); window.isSame = true; }")
    page.wait_for_timeout(200)
    place = page.evaluate("() => document.querySelector('h2').getBoundingClientRect().top")
    style = preview.root / "templates/assets/site.css"
    style.write_text(style.read_text("utf-8") + "\nh1 { color: rgb(1, 2, 3) !important }\n", "utf-8")
    until(page, "() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'")
    assert page.evaluate("() => window.isSame") is True
    assert abs(page.evaluate("() => document.querySelector('h2').getBoundingClientRect().top") - place) < 3
    until(page, "() => document.querySelectorAll('link[rel=stylesheet][href*=\"site.\"]').length === 1")


def test_a_page_that_is_loaded_again_does_not_wait_for_its_style_sheet(preview, page):
    preview.edit(SOURCE, "title: ", "title: 新")
    until(page, "() => document.querySelector('h1').textContent.startsWith('新') && document.readyState === 'complete'")
    served = urllib.request.urlopen(preview.address + LESSON)
    assert served.headers["Cache-Control"] == "no-store"
    style = re.search(rb'href="[./]*(assets/[^"]*\.css)"', served.read())[1].decode()
    assert "immutable" in urllib.request.urlopen(preview.address + style).headers["Cache-Control"]
    sizes = page.evaluate("() => performance.getEntriesByType('resource').filter(e => e.name.includes('/assets/')).map(e => e.transferSize)")
    assert sizes and set(sizes) == {0}, "assets were sent again"


def test_a_page_that_does_not_change_is_left_alone(preview, page):
    page.evaluate("() => { window.isSame = true; }")
    before = preview.runs
    preview.edit("content/lessons/deposit-insurance/en.md", "title: ", "title: Changed ")
    preview.until(lambda: preview.runs > before)
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.isSame === true")


def test_an_error_stands_over_the_last_good_page_with_line_and_caret_until_it_is_mended(preview, page):
    title = page.inner_text("h1")
    good = (preview.root / SOURCE).read_text("utf-8")
    preview.edit(SOURCE, "{{police}}", "{{polizei}}")
    preview.edit(SOURCE, "title: ", "title: 坏了的")
    until(page, "() => !!document.querySelector('.microclass-refused')")
    shown = page.inner_text(".microclass-preview")
    assert "没有“polizei”" in shown and "{{police}}" in shown and "zh.md:" in shown
    lines = page.inner_text(".microclass-preview pre").splitlines()
    assert any(line.strip(" |0123456789").startswith("^") or "^" in line for line in lines)
    assert page.inner_text("h1") == title, "the broken page took the place of the good one"
    preview.until(lambda: "polizei" in preview.said)
    (preview.root / SOURCE).write_text(good, "utf-8")
    until(page, "() => !document.querySelector('.microclass-preview')")


def test_warnings_are_folded_and_open_by_keyboard(preview, page):
    preview.edit(SOURCE, "title: ", "title: 改过的")
    until(page, "() => !!document.querySelector('.microclass-title')")
    assert "还没有签字" in page.inner_text(".microclass-mark")
    assert not page.locator(".microclass-remarks").is_visible()
    page.locator(".microclass-title").focus()
    page.keyboard.press("Enter")
    assert page.locator(".microclass-remarks").is_visible()


def test_drafts_and_expired_pages_are_shown_and_marked(preview, page):
    preview.edit(SOURCE, "title:", "draft: true\ntitle:")
    until(page, "() => (document.querySelector('.microclass-mark') || {textContent: ''}).textContent.includes('草稿')")
    text = (preview.root / SOURCE).read_text("utf-8").replace("draft: true\n", "")
    lines = ["expires: 2026-11-22" if line.startswith("expires:") else line for line in text.split("\n")]
    (preview.root / SOURCE).write_text("\n".join(lines), "utf-8")
    until(page, "() => [...document.querySelectorAll('.microclass-mark')].some(mark => mark.textContent.includes('有效期'))")


def test_a_new_lesson_is_there_and_a_deleted_one_is_gone(preview):
    lesson = preview.root / "content/lessons/fake-police"
    shutil.copytree(lesson, lesson.with_name("another-lesson"))
    preview.until(lambda: preview.get("zh/lessons/another-lesson.html")[0] == 200)
    shutil.rmtree(lesson.with_name("another-lesson"))
    preview.until(lambda: preview.get("zh/lessons/another-lesson.html")[0] == 404)
    shutil.copytree(lesson, lesson.with_name("another-lesson"))
    preview.until(lambda: preview.get("zh/lessons/another-lesson.html")[0] == 200)
    lesson.with_name("another-lesson").rename(lesson.with_name("one-more"))
    preview.until(lambda: preview.get("zh/lessons/one-more.html")[0] == 200)
    assert preview.get("zh/lessons/another-lesson.html")[0] == 404


def test_two_hundred_saved_files_are_read_once(preview):
    time.sleep(0.5)
    before = preview.runs
    files = sorted(preview.root.glob("content/**/*.md"))
    for number in range(200):
        file = files[number % len(files)]
        file.write_text(file.read_text("utf-8") + " \n", "utf-8")
    preview.until(lambda: preview.runs > before)
    time.sleep(1.5)
    assert preview.runs == before + 1


def test_a_file_that_is_written_slowly_does_no_harm(preview):
    text = (preview.root / SOURCE).read_bytes()
    with (preview.root / SOURCE).open("wb") as file:
        for start in range(0, len(text), 500):
            file.write(text[start : start + 500])
            file.flush()
            assert preview.get(LESSON)[0] == 200
            time.sleep(0.05)
    time.sleep(0.5)
    assert preview.get(LESSON)[0] == 200 and not preview.news(LESSON)["isRefused"]


def test_what_editors_leave_for_a_moment_is_not_read(preview):
    time.sleep(0.5)
    before = preview.runs
    for name in (".zh.md.swp", "4913", "zh.md~"):
        file = preview.root / "content/lessons/fake-police" / name
        file.write_text("x", "utf-8")
        file.unlink()
    time.sleep(0.7)
    assert preview.runs == before


@pytest.mark.parametrize("looking", [(), ("--poll",)])
def test_a_folder_that_goes_and_comes_back(program, tmp_path, looking):
    with previewing(program, copy_of_the_project(tmp_path), *looking) as preview:
        (tmp_path / "content").rename(tmp_path / "elsewhere")
        preview.until(lambda: "找不到" in preview.said)
        assert preview.get(LESSON)[0] == 200, "the last good page is gone"
        (tmp_path / "elsewhere").rename(tmp_path / "content")
        preview.until(lambda: not preview.news(LESSON)["isRefused"])
        preview.edit(SOURCE, "title: ", "title: 又改了")
        preview.until(lambda: "又改了".encode() in preview.get(LESSON)[1])


def test_every_file_is_what_a_clean_build_makes(program, preview):
    """But for what devices keep, which would be in an editor's way."""
    public = preview.root / "public"
    arguments = ["build", "--root", preview.root, "--drafts", "--today", TODAY, "--base-url", preview.address, "--quiet"]
    subprocess.run([program, *map(str, arguments)], check=True)
    for file in sorted(path for path in public.rglob("*") if path.is_file()):
        path = file.relative_to(public).as_posix()
        if path in ("sw.js", ".microclass") or path.startswith("offline/"):
            continue
        status, body = preview.get(path)
        assert status == 200 and body == file.read_bytes(), path


def test_a_sheet_is_printed_when_it_is_asked_for(program, tmp_path):
    with previewing(program, copy_of_the_project(tmp_path, paper=True)) as preview:
        status, sheet = preview.get("print/fake-police/fake-police-trifold-zh.pdf")
        assert status == 200 and sheet.startswith(b"%PDF-")
        preview.edit(SOURCE, "title: ", "title: 新的")
        preview.until(lambda: preview.get("print/fake-police/fake-police-trifold-zh.pdf")[1] != sheet)


def test_a_sheet_that_no_longer_holds_its_text_is_told_while_one_writes(program, tmp_path):
    with previewing(program, copy_of_the_project(tmp_path, paper=True)) as preview:
        text = (preview.root / SOURCE).read_text("utf-8")
        longer = re.sub(r"(?m)^((?:-|\d+\.) (?:\*\*)?)", lambda item: item[1] + "先想清楚再开口，" * 25, text.split("## 考考自己")[0])
        (preview.root / SOURCE).write_text(longer + "## 考考自己" + text.split("## 考考自己")[1], "utf-8")
        preview.until(lambda: "print-overflow" in preview.said)
        assert any("放不下" in remark for remark in preview.news(LESSON)["remarks"])


def request(preview, method: str, target: str, **headers: str) -> int | None:
    """The status for a request that is sent as it is; None when it is not answered."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    try:
        connection.putrequest(method, target, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    except (http.client.HTTPException, ConnectionError, TimeoutError):
        return None
    finally:
        connection.close()


def test_a_thousand_bad_requests_find_no_file_and_do_no_harm(preview):
    secret = "QUITE-SECRET"
    (preview.root / "secret.txt").write_text(secret, "utf-8")
    dice = random.Random(315)
    parts = ["..", "%2e%2e", "%2E.", "..%2f", "%2f..", "....//", "\\..", "%5c..", "%00", "secret.txt", "zh", "etc/passwd", "//", "%c0%ae%c0%ae", "a" * 3000]
    for number in range(1000):
        target = "/" + "/".join(dice.choice(parts) for _ in range(dice.randrange(1, 8)))
        if number % 50 == 0:
            target = "/" + "x" * 60_000
        method = dice.choice(["GET"] * 6 + ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
        status = request(preview, method, target)
        assert status is None or status in (302, 400, 404, 405, 414, 431, 501) or (status == 200 and target.split("%00")[0].strip("/") in ("", "zh")), (method, target[:80], status)
    for target in ("/secret.txt", "/../secret.txt", "/zh/../secret.txt", "/%2e%2e/secret.txt", "/zh/..%2f..%2fsecret.txt"):
        assert secret.encode() not in preview.get(target.lstrip("/"))[1]
    assert preview.get(LESSON)[0] == 200


def test_a_stranger_with_another_name_for_this_machine_reads_nothing(preview):
    assert request(preview, "GET", "/" + LESSON, Host="evil.example") == 421
    assert request(preview, "GET", "/" + LESSON, Host=f"localhost:{preview.port}") == 200


def test_slow_readers_do_not_keep_others_waiting(preview):
    slow = []
    for number in range(60):
        one = socket.create_connection(("127.0.0.1", preview.port))
        one.sendall(b"GET /" + LESSON.encode()[: number % 20])
        slow.append(one)
    start = time.monotonic()
    assert preview.get(LESSON)[0] == 200
    # The slow ones are given up after half a minute.
    assert time.monotonic() - start < 15
    for one in slow:
        one.close()


def test_many_browsers_hear_the_same_news(preview):
    seen = preview.news(LESSON)["seen"]
    heard = []
    threads = [threading.Thread(target=lambda: heard.append(preview.news(LESSON, seen)["seen"])) for _ in range(30)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    preview.edit(SOURCE, "title: ", "title: 新的")
    for thread in threads:
        thread.join(60)
    assert len(heard) == 30 and len(set(heard)) == 1 and heard[0] != seen


def test_a_taken_port_is_said_with_what_to_do(program, preview):
    done = subprocess.run([program, "serve", "--root", preview.root, "--port", str(preview.port)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert f"端口{preview.port}已被占用" in done.stderr and "--port" in done.stderr


def test_two_previews_and_a_build_at_once(program, preview):
    with previewing(program, preview.root, port=free_port()) as other:
        build = subprocess.run([program, "build", "--root", preview.root, "--quiet", "--drafts", "--today", TODAY], capture_output=True)
        assert build.returncode == 0
        preview.edit(SOURCE, "title: ", "title: 两处都有")
        for one in (preview, other):
            one.until(lambda: "两处都有".encode() in one.get(LESSON)[1])


def test_a_full_disk_is_no_matter_because_nothing_is_written(program, tmp_path):
    before = None
    with previewing(program, copy_of_the_project(tmp_path)) as preview:
        before = sorted(path for path in tmp_path.rglob("*"))
        preview.get(LESSON)
        preview.get("zh/search.html")
        assert sorted(path for path in tmp_path.rglob("*")) == before


def test_other_machines_come_in_only_when_they_are_let_in(program, tmp_path):
    copy_of_the_project(tmp_path)
    with previewing(program, tmp_path) as preview:
        assert "手机" not in preview.said
    with previewing(program, tmp_path, "--host", "0.0.0.0") as preview:
        assert "任何人都能打开它" in preview.said or "手机" not in preview.said


def test_ctrl_c_ends_it_at_once(preview, page):
    # Waiting browsers are told of news after twenty seconds at the latest; nobody waits for them.
    assert preview.end() < 10
    assert "rror" not in preview.said.split("\n")[-1]
