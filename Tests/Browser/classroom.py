"""The built site as the tests see it: its pages, what kind each one is, and where its addresses lead.

What a page ought to hold is read from `content/` and `templates/strings/`, never from the pages themselves.
"""

from __future__ import annotations

import csv
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import yaml

PROJECT = Path(__file__).resolve().parents[2]

# Every kind of page there is; those after the first two exist once for each language or pair of languages.
KINDS = [
    "language choice", "not found", "home", "topic", "audience", "lesson", "case", "page", "glossary", "report",
    "quiz", "self-check", "flowchart", "clerk list", "contest", "certificate", "leaflet", "print desk", "outlets", "outlet", "editions",
    "edition", "side by side", "offline", "search",
]  # fmt: skip
KIND_OF_FOLDER = {
    "topics": "topic", "audiences": "audience", "lessons": "lesson", "cases": "case", "pages": "page",
    "quizzes": "quiz", "selfchecks": "self-check", "contests": "contest", "certificates": "certificate", "leaflets": "leaflet",
    "outlets": "outlet", "editions": "edition",
}  # fmt: skip
KIND_OF_FILE = {
    "index.html": "home", "print.html": "print desk", "search.html": "search", "pages/glossary.html": "glossary", "pages/report.html": "report",
    "outlets/index.html": "outlets", "offline.html": "offline", "editions/index.html": "editions",
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page of the site: its file below the site's folder, its kind, and the code of its frame's language if it has one.

    The frame of a page in two languages speaks the second: whoever reads side by side mostly comes from there.
    """

    path: str
    kind: str
    language: str | None

    def __str__(self) -> str:
        return self.path


@dataclass(frozen=True)
class Target:
    """Where an address inside the site leads."""

    path: str
    fragment: str


class Classroom:
    """A built site in a folder, and the project that it was built from."""

    def __init__(self, folder: Path, project: Path = PROJECT):
        self.folder = folder
        self.project = project
        self.settings = yaml.safe_load((project / "content/site.yaml").read_text("utf-8"))
        self.base_url: str = self.settings["baseURL"]
        self.tags = {code: language["tag"] for code, language in self.settings["languages"].items()}

    # Pages

    @cached_property
    def pages(self) -> list[Page]:
        """Every HTML file, sorted by its path."""
        files = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [Page(path, *self._kind_and_language(path)) for path in files]

    def _kind_and_language(self, path: str) -> tuple[str, str | None]:
        if path in ("index.html", "404.html"):
            return ("language choice" if path == "index.html" else "not found"), None
        first, _, rest = path.partition("/")
        folder = rest.split("/")[0]
        if first in self.tags:
            kind = KIND_OF_FILE.get(rest) or KIND_OF_FOLDER.get(folder)
            if folder == "selfchecks":
                kind = {"chart": "flowchart", "clerk": "clerk list"}.get(rest.split(".")[-2], kind)
            language = first
        else:
            seconds = {f"{one}-{other}": other for one in self.tags for other in self.tags if one != other}
            kind = "side by side" if folder in ("lessons", "cases") else None
            language = seconds.get(first)
            assert language, f"{path}: “{first}” is neither a language of the site nor a pair of them"
        assert kind, f"{path}: a page of an unknown kind; name the kind in Tests/Browser/classroom.py"
        return kind, language

    def pages_of(self, kind: str, language: str | None = None) -> list[Page]:
        return [page for page in self.pages if page.kind == kind and language in (None, page.language)]

    def samples(self, kind: str) -> list[Page]:
        """One page of a kind in each of its languages: the longest, where most can go wrong."""
        pages = self.pages_of(kind)
        longest = {page.language: page for page in sorted(pages, key=lambda page: len(self.text(page.path)))}
        # An outlet has a page when something was printed for it alone.
        is_wanted = kind != "outlet" or (self.folder / "print/outlets").is_dir()
        assert longest or not is_wanted, f"the site has no page of the kind “{kind}”"
        return list(longest.values())

    @cache
    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    @cache
    def tree(self, path: str) -> lxml.html.HtmlElement:
        """The parsed page. Tests only read it."""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring((self.folder / path).read_bytes(), parser=parser)

    @cache
    def ids(self, path: str) -> list[str]:
        return self.tree(path).xpath("//@id")

    # Addresses

    def absolute(self, path: str) -> str:
        """The address of a file on the host."""
        return self.base_url + path

    def target(self, address: str, path: str) -> Target | None:
        """Where an address on a page leads; None if it leads out of the site.

        An address that works only at one place of the site (`/zh/`), or that leads to a folder, is refused.
        """
        if address.startswith(self.base_url):
            address, path = "./" + address[len(self.base_url) :], ""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        if parts.path.startswith("/"):
            raise ValueError("starts with “/”, so it does not work under another path or from file://")
        if parts.query:
            raise ValueError("has a query, which plain files do not answer")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        if file.startswith(".."):
            raise ValueError("leads out of the site's folder")
        return Target(file, unquote(parts.fragment))

    def problem(self, address: str, path: str) -> str | None:
        """What is wrong with an address on a page, or None if it leads to a file and to an id in it."""
        try:
            target = self.target(address, path)
        except ValueError as reason:
            return f"{path}: “{address}” {reason}"
        if target is None:
            return f"{path}: “{address}” leads out of the site"
        if not (self.folder / target.path).is_file():
            return f"{path}: “{address}” leads to {target.path}, which is not there"
        if target.fragment and target.fragment not in self.ids(target.path):
            return f"{path}: “{address}”: {target.path} has no id “{target.fragment}”"
        return None

    # What the project says

    @cache
    def words(self, language: str) -> dict[str, str]:
        """The words of the interface."""
        return yaml.safe_load((self.project / f"templates/strings/{language}.yaml").read_text("utf-8"))

    @cached_property
    def facts(self) -> dict[str, dict]:
        return yaml.safe_load((self.project / "content/facts.yaml").read_text("utf-8"))

    def hotlines(self) -> list[str]:
        """The numbers that stand on every page and leaflet."""
        return [self.facts[name][self.source] for name in self.settings["hotlines"]]

    @property
    def source(self) -> str:
        """The code of the source language."""
        return next(iter(self.tags))

    def bundles(self, folder: str) -> list[str]:
        """The slugs of lessons, cases or pages."""
        return sorted(path.parent.name for path in (self.project / "content" / folder).glob(f"*/{self.source}.md"))

    @cached_property
    def editions(self) -> list[dict[str, str]]:
        """The printed editions that the site knows, withdrawn ones included."""
        with (self.folder / "editions.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def outlets(self) -> list[dict[str, str]]:
        with (self.project / "content/outlets.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def markdown(self, folder: str, slug: str, language: str) -> str:
        return (self.project / "content" / folder / slug / f"{language}.md").read_text("utf-8")

    def front_matter(self, folder: str, slug: str) -> dict:
        """The front matter of the source language, which holds what all languages share."""
        return yaml.safe_load(self.markdown(folder, slug, self.source).split("---\n")[1])

    def right_options(self, folder: str, slug: str, language: str) -> list[list[bool]]:
        """For each question of the quiz, whether each of its options is right: read from the Markdown's check boxes."""
        headings = self.settings["roles"]["quiz"][language]
        quiz = next(
            part for part in self.markdown(folder, slug, language).split("\n## ") if part.split("\n")[0] in headings
        )
        questions: list[list[bool]] = []
        for line in quiz.splitlines():
            if re.match(r"\d+\. ", line):
                questions.append([])
            elif option := re.match(r"\s+[-*+] \[([ xX])\] ", line):
                questions[-1].append(option[1] != " ")
        return questions


def plain(text: str) -> str:
    """A text without white space and with compatible characters made one, for looking texts up in other forms of them."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def assert_none(problems: list[str], limit: int = 40) -> None:
    """Fails with the list of what is wrong."""
    if problems:
        more = [f"… and {len(problems) - limit} more"] if len(problems) > limit else []
        raise AssertionError("\n".join([f"{len(problems)} found:", *problems[:limit], *more]))
