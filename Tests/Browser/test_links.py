"""Where the addresses on every page lead. No browser is needed for this."""

import re

import lxml.etree

from classroom import assert_none

# Addresses that a browser loads with the page; all others are followed by the reader.
LOADED = {"src", "srcset", "poster", "data"}
LOADED_LINKS = {"stylesheet", "icon", "manifest", "preload"}
# What may name the site's own address, for programs elsewhere.
FOR_PROGRAMS = {"canonical", "alternate"}


def addresses(tree):
    """Every address on a page with its element and attribute."""
    for element in tree.iter(lxml.etree.Element):
        for name in ("href", "src", "srcset", "poster", "data", "action", "cite", "data-reading-style", "data-reading-script"):
            if (address := element.get(name)) is not None:
                yield element, name, address


def is_for_programs(element) -> bool:
    return element.tag == "link" and bool(FOR_PROGRAMS & set(element.get("rel", "").split()))


def test_every_address_inside_the_site_leads_to_a_file_and_every_fragment_to_an_id(classroom):
    problems = []
    for page in classroom.pages:
        for element, name, address in addresses(classroom.tree(page.path)):
            is_elsewhere = address.startswith(("https://", "http://", "tel:", "mailto:"))
            if is_elsewhere and not address.startswith(classroom.base_url):
                continue
            if problem := classroom.problem(address, page.path):
                problems.append(f"{problem} (<{element.tag} {name}>, line {element.sourceline})")
    assert_none(problems)


def test_links_are_relative_except_for_programs_and_on_the_page_for_addresses_not_there(classroom):
    problems = [
        f"{page}: <{element.tag} {name}=“{address}”> should be relative"
        for page in classroom.pages
        if page.kind != "not found"
        for element, name, address in addresses(classroom.tree(page.path))
        if address.startswith(classroom.base_url) and not is_for_programs(element)
    ]
    assert_none(problems)


def test_the_page_for_addresses_not_there_has_absolute_links_since_a_host_shows_it_at_any_depth(classroom):
    problems = [
        f"404.html: <{element.tag} {name}=“{address}”>"
        for element, name, address in addresses(classroom.tree("404.html"))
        if not address.startswith((classroom.base_url, "tel:", "#"))
    ]
    assert_none(problems)


def test_nothing_is_loaded_from_elsewhere_and_links_out_are_guarded(classroom):
    problems = []
    for page in classroom.pages:
        for element, name, address in addresses(classroom.tree(page.path)):
            if not re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.I) or address.startswith(classroom.base_url):
                continue
            place = f"{page}: <{element.tag} {name}=“{address}”>"
            is_loaded = name in LOADED or LOADED_LINKS & set(element.get("rel", "").split())
            if is_loaded or element.tag not in ("a", "area"):
                problems.append(f"{place} loads something from elsewhere")
            elif address.startswith("tel:"):
                if not re.fullmatch(r"tel:\+?[0-9]{3,}", address):
                    problems.append(f"{place} is not a telephone number")
            elif not address.startswith("https://"):
                problems.append(f"{place} is not an https: link")
            elif "noopener" not in element.get("rel", "").split():
                problems.append(f"{place} has no rel=noopener")
    assert_none(problems)


def test_style_sheets_scripts_and_drawings_load_nothing(classroom):
    problems = []
    for file in sorted((classroom.folder / "assets").iterdir()):
        if file.suffix not in (".css", ".js", ".svg"):
            continue
        text = re.sub(r'xmlns(:\w+)?="[^"]*"', "", file.read_text("utf-8"))
        found = re.findall(r"@import[^;]*|url\([^)]*\)|https?://[^\s\"')]*", text)
        if file.suffix == ".svg":
            found += re.findall(r"<script|<foreignObject|<style|\son\w+=|\sstyle=|href=[^\s>]*", text, re.I)
        problems += [f"assets/{file.name}: {what}" for what in found]
    assert_none(problems)


def test_every_file_in_assets_is_used(classroom):
    used = {
        target.path
        for page in classroom.pages
        for _, _, address in addresses(classroom.tree(page.path))
        if not address.startswith("tel:") and (target := classroom.target(address, page.path))
    }
    for page in classroom.pages:
        pictures = classroom.tree(page.path).xpath("//meta[@property='og:image']/@content")
        used |= {classroom.target(address, page.path).path for address in pictures}
    # What the search page loads piece by piece is tested with it.
    files = {path.relative_to(classroom.folder).as_posix() for path in (classroom.folder / "assets").rglob("*.*")}
    assert_none(sorted(file for file in files - used if not file.startswith("assets/search/")))
