"""What programs read: the feeds (Atom, RFC 4287), the site map (sitemaps.org 0.9) and robots.txt."""

import re

import lxml.etree
import pytest

from classroom import assert_none

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
SITEMAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "html": "http://www.w3.org/1999/xhtml"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_feed_has_an_entry_for_every_lesson_and_case(classroom, language):
    feed = lxml.etree.parse(classroom.folder / language / "feed.xml").getroot()
    links = feed.xpath("atom:entry/atom:link[@rel='alternate']/@href", namespaces=ATOM)
    expected = {
        classroom.absolute(f"{language}/{folder}/{slug}.html")
        for folder in ("lessons", "cases")
        for slug in classroom.bundles(folder)
    }
    assert_none([f"{address} is missing" for address in sorted(expected - set(links))])
    assert_none([f"{address} was not expected" for address in sorted(set(links) - expected)])
    assert len(links) == len(set(links)), "an entry occurs twice"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_feed_keeps_the_rules_of_atom(classroom, language):
    feed = lxml.etree.parse(classroom.folder / language / "feed.xml").getroot()
    assert feed.tag == f"{{{ATOM['atom']}}}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == classroom.tags[language]
    problems = []
    ids = feed.xpath("//atom:id/text()", namespaces=ATOM)
    if len(ids) != len(set(ids)):
        problems.append("an id occurs twice")
    for element in [feed, *feed.xpath("atom:entry", namespaces=ATOM)]:
        name = element.xpath("string(atom:title)", namespaces=ATOM) or "without title"
        for part in ("title", "id", "updated"):
            if not element.xpath(f"string(atom:{part})", namespaces=ATOM).strip():
                problems.append(f"{name}: no {part}")
        for part in element.xpath("atom:updated | atom:published", namespaces=ATOM):
            if not INSTANT.fullmatch(part.text):
                problems.append(f"{name}: {part.text} is not an instant")
        for link in element.xpath("atom:link/@href", namespaces=ATOM):
            if not link.startswith(classroom.base_url) or classroom.problem(link, "feed.xml"):
                problems.append(f"{name}: {link} leads nowhere")
    if not feed.xpath("atom:author/atom:name/text()", namespaces=ATOM):
        problems.append("no author")
    self_links = feed.xpath("atom:link[@rel='self']/@href", namespaces=ATOM)
    if self_links != [classroom.absolute(f"{language}/feed.xml")]:
        problems.append(f"its own address is {self_links}")
    assert_none(problems)


def site_map(classroom):
    return lxml.etree.parse(classroom.folder / "sitemap.xml").getroot()


def test_the_site_map_names_every_page_once(classroom):
    addresses = site_map(classroom).xpath("map:url/map:loc/text()", namespaces=SITEMAP)
    # It leaves out the page that asks for the language, which is no translation, the one for what is not there, and those about
    # printed editions, searching, and what a device keeps, which say themselves that they are not to be found by searching.
    left_out = ("language choice", "not found", "edition", "editions", "search", "offline")
    expected = {classroom.absolute(page.path) for page in classroom.pages if page.kind not in left_out}
    assert_none([f"{address} is missing" for address in sorted(expected - set(addresses))])
    assert_none([f"{address} was not expected" for address in sorted(set(addresses) - expected)])
    assert len(addresses) == len(set(addresses)), "an address occurs twice"


def test_the_site_map_names_the_same_translations_as_the_pages(classroom):
    problems = []
    for url in site_map(classroom).xpath("map:url", namespaces=SITEMAP):
        address = url.xpath("string(map:loc)", namespaces=SITEMAP)
        target = classroom.target(address, "")
        if not (classroom.folder / target.path).is_file():
            continue
        links = url.xpath("html:link", namespaces=SITEMAP)
        named = {link.get("hreflang"): link.get("href") for link in links} if links else {}
        tree = classroom.tree(target.path)
        on_page = {
            link.get("hreflang"): link.get("href")
            for link in tree.xpath("//head/link[@rel='alternate'][@hreflang!='x-default']")
        }
        if named != on_page:
            problems.append(f"{address}: {named}, on the page {on_page}")
    assert_none(problems)


def test_robots_are_shown_the_site_map(classroom):
    lines = (classroom.folder / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {classroom.absolute('sitemap.xml')}" in lines
    assert "User-agent: *" in lines
    assert not any(line.startswith("Disallow: /") for line in lines)
