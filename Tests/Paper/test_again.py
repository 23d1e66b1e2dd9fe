"""The same input gives the same bytes, and what has not changed is not printed again."""

import hashlib
import os

import pytest
from printed_site import CHECKS_ALL, build


def digests(folder):
    """All files below a folder by their paths."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".microclass"
    }  # fmt: skip


def times(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.suffix in (".pdf", ".png")}


@pytest.fixture(scope="module")
def one_core(tmp_path_factory):
    """The site as one processor alone makes it."""
    folder = tmp_path_factory.mktemp("one-core") / "site"
    done = build(folder, cores="0")
    assert done.returncode == 0, done.stderr
    return folder


def test_one_processor_prints_the_same_bytes_as_all_of_them(printed, one_core):
    assert digests(one_core / "print") == digests(printed.folder / "print")
    assert digests(one_core) == digests(printed.folder)


def test_nothing_changes_when_the_site_is_built_again(one_core):
    before, when = digests(one_core), times(one_core)
    done = build(one_core)
    assert done.returncode == 0, done.stderr
    assert digests(one_core) == before
    assert times(one_core) == when, "something was printed again"


@pytest.mark.skipif(not CHECKS_ALL, reason="one comparison is enough for every day")
def test_the_surroundings_do_not_matter(printed, tmp_path, monkeypatch):
    """Neither the time zone nor the language of the system."""
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Kiritimati")
    monkeypatch.setitem(os.environ, "LC_ALL", "de_DE.UTF-8")
    assert build(tmp_path / "site").returncode == 0
    assert digests(tmp_path / "site") == digests(printed.folder)
