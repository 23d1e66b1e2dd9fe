"""What is built again after a change is, byte for byte, what a clean build makes; and only what changes is written."""

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-22"
LESSON = "content/lessons/fake-police"


class Story:
    """A copy of the project with one paper format, and the site that was built of it before anything changed."""

    def __init__(self, program: Path, folder: Path):
        self.program, self.root = program, folder / "project"
        shutil.copytree(PROJECT / "content", self.root / "content")
        shutil.copytree(PROJECT / "templates", self.root / "templates")
        for path in (self.root / "templates/print").glob("*.yaml"):
            if path.stem not in ("sheet", "colours"):
                path.unlink()
        # Few outlets and no kits: paper is tested elsewhere.
        outlets = self.root / "content/outlets.csv"
        outlets.write_text("".join(outlets.read_text("utf-8").splitlines(keepends=True)[:3]), "utf-8")
        self.first = self.build()

    def run(self, output: Path, *more: str) -> subprocess.CompletedProcess:
        arguments = ["build", "--root", self.root, "--output", output, "--today", TODAY, "--drafts", "--language", "en", *more]
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)

    def build(self) -> set[str]:
        """Builds again; gives the files that were written, which have new numbers on the disk."""
        public = self.root / "public"
        before = {path: path.stat().st_ino for path in public.rglob("*") if path.is_file()} if public.exists() else {}
        done = self.run(public)
        assert done.returncode == 0, done.stderr[-3000:]
        self.told = done.stderr
        after = {path: path.stat().st_ino for path in public.rglob("*") if path.is_file()}
        return {path.relative_to(public).as_posix() for path in after if after[path] != before.get(path)}

    def is_as_a_clean_build(self) -> None:
        """Compares with a build that has never seen anything before; its remarks, too."""
        clean = self.root.parent / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        shutil.rmtree(self.root.parent / ".microclass", ignore_errors=True)
        done = self.run(clean)
        assert done.returncode == 0, done.stderr[-3000:]
        assert done.stderr == self.told, "other remarks than those of a clean build"
        assert contents(self.root / "public") == contents(clean)

    def edit(self, path: str, old: str, new: str, count: int = 1) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{path} has no “{old}”"
        file.write_text(text.replace(old, new, count), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def beginning(request, tmp_path_factory) -> Story:
    program = request.config.getoption("--program")
    if not program.is_file():
        pytest.exit(f"{program} is not there. Run `make build` first.", 2)
    return Story(program, tmp_path_factory.mktemp("beginning"))


@pytest.fixture
def story(beginning, tmp_path) -> Story:
    """The beginning, copied with its times and links between files kept as a disk would have them."""
    story = Story.__new__(Story)
    story.program, story.root = beginning.program, tmp_path / "project"
    shutil.copytree(beginning.root, story.root)
    # Copies have other numbers on the disk: one build makes the copy as good as the first.
    story.first = story.build()
    return story


def test_nothing_changed_and_nothing_is_written(story):
    assert story.build() == set()
    story.is_as_a_clean_build()


def test_a_word_in_a_lesson_changes_its_own_pages_and_the_index(story):
    story.edit(f"{LESSON}/zh.md", "小林正在宿舍看书", "小林正在宿舍里看书")
    written = story.build()
    story.is_as_a_clean_build()
    pages = {path for path in written if path.endswith(".html") and "/editions/" not in path}
    assert "zh/lessons/fake-police.html" in pages
    others = {path for path in pages if "fake-police" not in path}
    assert others <= {"zh/search.html", "zh/outlets/index.html"} | {path for path in others if "/outlets/" in path or "print" in path}, others


def test_a_heading_changes_its_own_pages_and_those_that_lead_to_it(story):
    other = "content/lessons/deposit-insurance"
    story.edit(f"{other}/zh.md", "\n## 怎么办\n", "\n### 再说一句\n\n先想一想。\n\n## 怎么办\n")
    story.edit(f"{other}/en.md", "\n## What to do\n", "\n### One more thing\n\nThink first.\n\n## What to do\n")
    story.edit(f"{LESSON}/zh.md", "小林正在宿舍看书", "小林正在宿舍看[书](../deposit-insurance/zh.md#再说一句)")
    story.edit(f"{LESSON}/en.md", "Xiao Lin is reading", "Xiao Lin is [reading](../deposit-insurance/en.md#one-more-thing)")
    story.build()
    # The heading goes: the link leads nowhere, and the site is refused.
    story.edit(f"{other}/zh.md", "### 再说一句", "### 再说两句")
    assert story.run(story.root / "public").returncode == 1
    story.edit(f"{LESSON}/zh.md", "#再说一句", "#再说两句")
    written = story.build()
    story.is_as_a_clean_build()
    lessons = {path.split("/")[2].split(".")[0] for path in written if path.startswith("zh/lessons/") and path.endswith(".html")}
    assert lessons == {"deposit-insurance", "fake-police"}


def test_a_title_changes_every_page_that_shows_it(story):
    story.edit(f"{LESSON}/zh.md", "title: ", "title: 新的")
    written = story.build()
    story.is_as_a_clean_build()
    assert {"zh/lessons/fake-police.html", "zh/index.html", "zh/feed.xml", "zh/print.html"} <= written


def changed_role_heading(story):
    story.edit("content/site.yaml", "怎么办", "该怎么办")
    for file in (story.root / "content").rglob("zh.md"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(?m)^## 怎么办$", "## 该怎么办", text), "utf-8")


def changed_outlets(story):
    lines = (PROJECT / "content/outlets.csv").read_text("utf-8").splitlines(keepends=True)
    (story.root / "content/outlets.csv").write_text("".join(lines[:4]), "utf-8")


def one_more_heading(story):
    story.edit(f"{LESSON}/zh.md", "\n## 识别要点\n", "\n### 再说一句\n\n先想一想。\n\n## 识别要点\n")
    story.edit(f"{LESSON}/en.md", "\n## Red flags\n", "\n### One more thing\n\nThink first.\n\n## Red flags\n")


def changed_picture(story):
    pictures = story.root / "content/pictures"
    shutil.copy(pictures / "fundraising.svg", pictures / "impersonation.svg")


def changed_line(path, pattern, line):
    """A change of the first line that is like a pattern."""

    def change(story):
        file = story.root / path
        text = file.read_text("utf-8")
        assert re.search(rf"(?m){pattern}", text), f"{path} has no line like {pattern}"
        file.write_text(re.sub(rf"(?m){pattern}", line, text, count=1), "utf-8")

    return change


def shorter_glossary(story):
    file = story.root / "content/glossary.csv"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")


def withdrawn_edition(story):
    (story.root / "content/editions.csv").write_text(
        "code,lesson,language,date,withdrawn,reason_zh,reason_en\n"
        "M7QK32,fake-police,zh,2026-01-01,2026-02-01,印错了一个字,One word was misprinted\n", "utf-8")


def renamed(story):
    (story.root / LESSON).rename(story.root / "content/lessons/false-police")
    for file in (story.root / "content").rglob("*"):
        if file.suffix in (".md", ".csv", ".yaml"):
            text = file.read_text("utf-8")
            file.write_text(text.replace("lessons/fake-police", "lessons/false-police").replace("../fake-police", "../false-police"), "utf-8")


def deleted(story):
    shutil.rmtree(story.root / "content/cases/bed-card")
    for file in (story.root / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"\[([^\]]*)\]\([^)]*bed-card[^)]*\)", r"\1", text), "utf-8")


def one_language_less(story):
    """Without English nothing of it is left, and with it everything is back: that is a language added."""
    site = story.root / "content/site.yaml"
    text = site.read_text("utf-8")
    site.write_text(re.sub(r"(?m)^  en: \{name: English.*\n", "", text), "utf-8")
    kept = story.root.parent / "kept"
    for file in (story.root / "content").rglob("en.*"):
        there = kept / file.relative_to(story.root)
        there.parent.mkdir(parents=True, exist_ok=True)
        file.rename(there)
    without = story.run(story.root / "public")
    for file in list(kept.rglob("en.*")):
        file.rename(story.root / file.relative_to(kept))
    site.write_text(text, "utf-8")
    story.without = without


def one_question_less(story: Story) -> None:
    """The last question goes, and with it the number on every list that names the lesson."""
    for language in ("zh", "en"):
        file = story.root / f"{LESSON}/{language}.md"
        file.write_text(re.sub(r"(?s)(.*)\n4\. .*", r"\1\n", file.read_text("utf-8")), "utf-8")


CHANGES = {
    "a heading in a lesson": one_more_heading,
    "a question of a quiz": changed_line(f"{LESSON}/zh.md", r"^2\. (?=对方说得出)", "2. 想一想，"),
    "a question less": one_question_less,
    "a summary": changed_line(f"{LESSON}/zh.md", r"^summary: .*$", "summary: 叫您保密、让您转账的“警察”，都是假的。"),
    "a role's heading": changed_role_heading,
    "a fact's name": changed_line("content/facts.yaml", r"公安反诈专线", "公安反诈电话"),
    "a template": changed_line("templates/web/lesson.html", r"<article", '<article data-new="yes"'),
    "a string": changed_line("templates/strings/zh.yaml", r"^nav_home: .*$", "nav_home: 回家"),
    "the style sheet": lambda story: (story.root / "templates/assets/site.css").open("a").write("\n.new { color: red }\n"),
    "an outlet": changed_outlets,
    "a picture": changed_picture,
    "a word of the glossary": shorter_glossary,
    "a confirmation": lambda story: (story.root / f"{LESSON}/en.confirmed").unlink(),
    "the order of lessons": changed_line(f"{LESSON}/zh.md", r"^order: .*$", "order: 999"),
    "a lesson's topic": changed_line(f"{LESSON}/zh.md", r"^topic: .*$", "topic: rights"),
    "a folder's name": renamed,
    "a case that is deleted": deleted,
    "a lesson that is added": lambda story: shutil.copytree(story.root / LESSON, story.root / "content/lessons/another-lesson"),
    "a translation that is deleted": lambda story: [(story.root / f"{LESSON}/en.{end}").unlink() for end in ("md", "confirmed")],
    "a language that goes and comes": one_language_less,
    "the classroom's name": changed_line("content/site.yaml", r"3·15 消保微课堂", "新的课堂"),
    "an edition that is withdrawn": withdrawn_edition,
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_site_is_as_a_clean_build_makes_it(story, change):
    CHANGES[change](story)
    story.build()
    story.is_as_a_clean_build()
    # And what was written down about it is right, too.
    assert story.build() == set()


def spoil(text: bytes, kind: str) -> bytes:
    dice = random.Random(kind)
    match kind:
        case "empty":
            return b""
        case "cut":
            return text[: len(text) * 2 // 3]
        case "of another program":
            return text.replace(text.split(b"\n")[0], b"# Pages that microclass has made. It may be deleted. 0123", 1)
        case "noise":
            return bytes(dice.randrange(256) for _ in range(len(text)))
        case "holes":
            return b"\n".join(line for line in text.split(b"\n") if dice.random() > 0.2)
        case "other keys":
            return re.sub(rb"(?m)^[0-9a-f]{3}", b"123", text)
        case "other codes":
            return re.sub(rb"(?m)^(code\t[0-9a-f]+\t)...", rb"\1ABC", text)
        case "other sizes":
            return re.sub(rb"(?m)^([0-9a-f]+\t[0-9a-f]+\t)([0-9a-f])", rb"\g<1>1\2", text)
    raise ValueError(kind)


@pytest.mark.parametrize("kind", ["empty", "cut", "of another program", "noise", "holes", "other keys", "other codes", "other sizes"])
def test_a_spoiled_ledger_costs_time_and_nothing_else(story, kind):
    ledger = story.root / ".microclass/public/pages.txt"
    ledger.write_bytes(spoil(ledger.read_bytes(), kind))
    story.edit(f"{LESSON}/zh.md", "小林正在宿舍看书", "小林正在宿舍里看书")
    story.build()
    story.is_as_a_clean_build()


def test_with_files_for_hosts_all_others_are_as_without(story):
    packed = story.root / "packed"
    assert story.run(packed, "--precompress").returncode == 0
    plain = {path: data for path, data in contents(packed).items() if not path.endswith((".gz", ".br"))}
    own, plain[".microclass"] = contents(story.root / "public"), b""
    assert plain == own | {".microclass": b""}
    # And the other way round: what was published with them is known to be right without.
    assert story.run(packed).returncode == 0
    assert contents(packed) == own


def test_what_is_gone_is_forgotten(story):
    renamed(story)
    story.build()
    assert b"content/lessons/fake-police/" not in (story.root / ".microclass/public/pages.txt").read_bytes()


def test_a_published_page_that_somebody_has_changed_is_put_right(story):
    (story.root / "public/zh/lessons/fake-police.html").write_text("<h1>Hacked</h1>", "utf-8")
    (story.root / "public/en/quizzes/fake-police.html").unlink()
    story.build()
    story.is_as_a_clean_build()


def test_an_index_that_somebody_has_changed_is_put_right(story):
    chinese, english = sorted(story.root.glob("public/assets/search/zh-*/k*.js")), sorted(story.root.glob("public/assets/search/en-*/t*.js"))
    chinese[0].write_text("alert(1);", "utf-8")
    english[-1].unlink()
    written = story.build()
    assert any(path.startswith("assets/search/zh-") for path in written)
    story.is_as_a_clean_build()


def test_after_a_refused_build_the_next_one_is_right(story):
    story.edit(f"{LESSON}/zh.md", "{{police}}", "{{polizei}}")
    assert story.run(story.root / "public").returncode == 1
    story.edit(f"{LESSON}/zh.md", "{{polizei}}", "{{antifraud-line}}")
    done = story.run(story.root / "public")
    if done.returncode != 0:
        story.edit(f"{LESSON}/zh.md", "{{antifraud-line}}", "{{police}}")
    story.build()
    story.is_as_a_clean_build()


def test_twenty_changes_one_after_the_other(story):
    dice = random.Random(315)
    files = sorted(path for path in (story.root / "content").rglob("*.md"))
    for _ in range(20):
        file = dice.choice(files)
        text = file.read_text("utf-8")
        place = dice.choice([match.end() for match in re.finditer(r"(?m)^title: |[。.] ", text)] or [len(text)])
        file.write_text(text[:place] + dice.choice(["想一想。", "Think. "]) + text[place:], "utf-8")
        done = story.run(story.root / "public")
        if done.returncode != 0:
            file.write_text(text, "utf-8")
    story.build()
    story.is_as_a_clean_build()
