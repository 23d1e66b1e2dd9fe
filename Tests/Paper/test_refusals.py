"""What cannot be printed is said where it is, and everything else is printed.

Each test works on a copy of the project with one format, so that it is quick.
"""

import csv
import io
import re
import shutil

import pytest
from designs import formats
from lessons import LANGUAGES, Project
from printed_site import PROJECT, TODAY, build, run
from sheets import Printed

FORMAT = "trifold"


@pytest.fixture
def copy(tmp_path):
    """A copy of the project that prints tri-folds only, for the first three outlets, and needs no signature for a change."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT / "content", root / "content")
    shutil.copytree(PROJECT / "templates", root / "templates")
    for path in (root / "templates/print").glob("*.yaml"):
        if path.stem not in (FORMAT, "colours"):
            path.unlink()
    site = root / "content/site.yaml"
    unsigned = re.sub(r"(?m)^  signatures: .*\n", "", site.read_text(encoding="utf-8"))
    site.write_text(unsigned, encoding="utf-8")
    outlets = root / "content/outlets.csv"
    outlets.write_text("".join(outlets.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    return root


# Words without figures, names or negatives: they make a lesson longer, and nothing else is wrong with it. A format may leave
# an item's later sentences out, so they stand in the first.
FILLER = {"zh": "先想清楚再开口，", "en": "think first and then talk, "}


def lengthen(path, times=25):
    """Makes the first sentence of every item of the lists before the quiz longer."""
    text = path.read_text(encoding="utf-8")
    quiz = re.search(r"^## (考考自己|Check yourself)$", text, re.M).start()
    longer = re.sub(r"^((?:-|\d+\.) (?:\*\*)?)", lambda item: item[1] + FILLER[path.stem] * times, text[:quiz], flags=re.M)
    path.write_text(longer + text[quiz:], encoding="utf-8")


def pdfs(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")}


def test_a_lesson_that_is_too_long_is_reported_and_left_out(copy, tmp_path):
    site, before = tmp_path / "site", tmp_path / "before"
    assert build(before, copy, "--strict").returncode == 0, "the copy is not good to begin with"
    lengthen(copy / "content/lessons/fake-police/zh.md")
    done = build(site, copy)
    assert done.returncode == 0
    # Which panels, how many lines, about how many characters, and what would help.
    found = [line for line in done.stderr.splitlines() if "[print-overflow]" in line]
    # The sheet for public places, and the outlets' edition, each for itself.
    (message,) = [line for line in found if "网点版" not in line]
    assert len(found) == 2
    assert re.match(r"content/lessons/fake-police/zh\.md:\d+:\d+: 警告：三折页的“内页左、内页中、内页右”放不下", message)
    lines, characters = map(int, re.search(r"还多(\d+)行（约(\d+)个字）", message).groups())
    assert lines > 10 and 8 * lines <= characters <= 30 * lines
    assert "删短这一课" in done.stderr
    # That sheet is missing, and only that one.
    assert pdfs(before) - pdfs(site) == {"print/fake-police/fake-police-trifold-zh.pdf"}
    assert pdfs(site) <= pdfs(before)
    for path in [*site.glob("*/print.html"), *site.glob("*/lessons/*.html")]:
        assert "fake-police-trifold-zh" not in path.read_text(encoding="utf-8"), path
    assert "fake-police-trifold-en.pdf" in (site / "en/print.html").read_text(encoding="utf-8")
    # The page itself is there, and the outlets' kits go without the lesson.
    assert (site / "zh/lessons/fake-police.html").is_file()
    project = Project(copy)
    sheets = Printed(site, project, formats(copy / "templates/print"), done.stderr)
    for language, count in [("zh", len(project.slugs) - 1), ("en", len(project.slugs))]:
        kit = sheets.kit(project.outlets[0], sheets.formats[FORMAT], language)
        assert len(kit.lessons) == count and ("fake-police" in {lesson.slug for lesson in kit.lessons}) == (language == "en")


def test_a_strict_build_refuses_a_lesson_that_is_too_long(copy, tmp_path):
    lengthen(copy / "content/lessons/fake-police/en.md")
    done = build(tmp_path / "site", copy, "--strict", "--language", "en")
    assert done.returncode == 1
    assert "[print-overflow]" in done.stderr and not (tmp_path / "site").exists()
    message = re.search(r"too long for “inside left, inside middle, inside right” by (\d+) lines", done.stderr)
    assert message and int(message[1]) > 10


def with_outlets(root, **changes):
    """Adds outlets that are like the first but for some cells; returns the number of each one's line."""
    path = root / "content/outlets.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    lines = {}
    for name, cells in changes.items():
        row = dict(zip(rows[0], rows[1])) | {"id": name} | cells
        rows.append([row[column] for column in rows[0]])
        lines[name] = len(rows)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return lines


def test_a_bad_outlet_is_reported_by_its_line_and_the_others_are_printed(copy, tmp_path):
    lines = with_outlets(
        copy,
        silent={"phone": ""},
        rare={"name_zh": "示例银行𠮷祥支行"},
        smiling={"name_zh": "示例银行🙂支行"},
        endless={"name_zh": "示例银行" + "很长的名字" * 60 + "支行"},
        good={"name_zh": "示例银行好好支行"},
    )
    done = run("print", "--root", copy, "--outlet", "all", "--output", tmp_path / "print", "--today", TODAY)
    assert done.returncode == 0
    said = {
        int(line): rule
        for line, rule in re.findall(r"^content/outlets\.csv:(\d+):\d+: .*\[([a-z-]+)\]$", done.stderr, re.M)
    }
    assert said == {
        lines["silent"]: "empty-cell", lines["rare"]: "missing-glyph", lines["smiling"]: "missing-glyph",
        lines["endless"]: "outlet-overflow",
    }  # fmt: skip
    for words in ["“phone”", "“𠮷”（U+20BB7）", "“🙂”（U+1F642）"]:
        assert words in done.stderr
    names = {path.name for path in (tmp_path / "print").rglob("*.pdf")}
    good = ["o01-east-gate", "o02-riverside", "o03-old-street", "good"]
    # What is wrong in one language only is left out in that language only.
    english = ["rare", "smiling", "endless"]
    expected = {f"{outlet}-{FORMAT}-{language}.pdf" for outlet in good for language in LANGUAGES}
    assert names == expected | {f"{outlet}-{FORMAT}-en.pdf" for outlet in english}


def test_an_empty_cell_is_reported_by_its_column(copy, tmp_path):
    lines = with_outlets(copy, silent={"phone": ""})
    row = (copy / "content/outlets.csv").read_text(encoding="utf-8").splitlines()[lines["silent"] - 1]
    done = build(tmp_path / "site", copy)
    assert f"content/outlets.csv:{lines['silent']}:{row.index(',,') + 2}:" in done.stderr


def test_a_name_of_sixty_characters_is_printed_whole_or_reported(copy, tmp_path):
    name = "示例银行" + "很长的名字" * 11 + "店"
    assert len(name) == 60
    lines = with_outlets(copy, long={"name_zh": name})
    done = build(tmp_path / "site", copy)
    path = tmp_path / "site/print/outlets/long/long-trifold-zh.pdf"
    if f"content/outlets.csv:{lines['long']}:" in done.stderr:
        assert not path.exists()
    else:
        project = Project(copy)
        sheets = Printed(tmp_path / "site", project, formats(copy / "templates/print"), done.stderr)
        kit = sheets.kit(project.outlets[-1], sheets.formats[FORMAT], "zh")
        assert {text[:60] for _, _, _, text in kit.texts("outlet")} == {name}
