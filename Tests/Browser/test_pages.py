"""What every page has: its head, headings, languages, pictures, and nothing that the security policy forbids.

No browser is needed for this.
"""

import gzip
import json
import re
from collections import Counter

import lxml.etree
import pytest

from classroom import Classroom, Page, assert_none

HAN = re.compile(r"[㐀-鿿豈-﫿]")
LATIN = re.compile(r"[A-Za-z]")
BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "label", "figcaption", "summary"}
SCHEMA_TYPE = {"lesson": "LearningResource", "case": "LearningResource", "quiz": "Quiz", "contest": "Quiz", "home": "WebSite"}


def each(classroom: Classroom):
    """Every page with its tree."""
    return [(page, classroom.tree(page.path)) for page in classroom.pages]


def one(tree, path: str) -> str | None:
    """The only value of a path, without white space around it; None if there are none or several."""
    values = tree.xpath(path)
    return values[0].strip() if len(values) == 1 else None


# Structure


def test_every_lesson_case_and_page_has_its_outputs_in_every_language(classroom):
    expected = {"index.html", "404.html"}
    for code in classroom.tags:
        expected |= {f"{code}/index.html", f"{code}/print.html", f"{code}/search.html", f"{code}/outlets/index.html", f"{code}/editions/index.html"}
        expected.add(f"{code}/offline.html")
        expected |= {f"{code}/editions/{edition['code']}.html" for edition in classroom.editions}
        with_kits = (outlet["id"] for outlet in classroom.outlets if (classroom.folder / "print/outlets" / outlet["id"]).is_dir())
        expected |= {f"{code}/outlets/{outlet}.html" for outlet in with_kits}
        expected |= {f"{code}/topics/{topic}.html" for topic in classroom.settings["topics"]}
        expected |= {f"{code}/audiences/{audience}.html" for audience in classroom.settings["audiences"]}
        for folder in ("lessons", "cases", "pages", "contests"):
            expected |= {f"{code}/{folder}/{slug}.html" for slug in classroom.bundles(folder)}
        expected |= {f"{code}/certificates/{slug}.html" for slug in classroom.bundles("contests")}
        expected |= {f"{code}/leaflets/{slug}.html" for slug in classroom.bundles("lessons")}
        for ending in ("", ".chart", ".clerk"):
            expected |= {f"{code}/selfchecks/{slug}{ending}.html" for slug in classroom.bundles("selfchecks")}
        expected |= {f"{code}/quizzes/{slug}.html" for slug in classroom.bundles("lessons") + classroom.bundles("cases")}
    first, *others = classroom.tags
    for folder in ("lessons", "cases"):
        for other in others:
            expected |= {f"{first}-{other}/{folder}/{slug}.html" for slug in classroom.bundles(folder)}
    paths = {page.path for page in classroom.pages}
    assert_none([f"{path} is missing" for path in sorted(expected - paths)])
    assert_none([f"{path} was not expected" for path in sorted(paths - expected)])


def test_no_id_occurs_twice_on_a_page(classroom):
    assert_none([
        f"{page}: id “{id}” occurs {count} times"
        for page in classroom.pages
        for id, count in Counter(classroom.ids(page.path)).items()
        if count > 1
    ])  # fmt: skip


def test_labels_and_references_between_elements_lead_to_an_id(classroom):
    problems = []
    for page, tree in each(classroom):
        ids = set(classroom.ids(page.path))
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "data-for"):
            for element in tree.xpath(f"//*[@{name}]"):
                missing = set(element.get(name).split()) - ids
                problems += [f"{page}: <{element.tag} {name}=“{id}”>: no such id" for id in sorted(missing)]
    assert_none(problems)


def test_every_page_has_one_first_level_heading_and_skips_no_level(classroom):
    problems = []
    for page, tree in each(classroom):
        headings = tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        levels = [int(heading.tag[1]) for heading in headings]
        if levels.count(1) != 1:
            problems.append(f"{page}: {levels.count(1)} elements h1")
        for before, heading, level in zip([0, *levels], headings, levels):
            if level > before + 1:
                text = "".join(heading.itertext()).strip()
                problems.append(f"{page}: h{level} “{text}” follows h{before}")
            if not "".join(heading.itertext()).strip():
                problems.append(f"{page}: an empty h{level} in line {heading.sourceline}")
    assert_none(problems)


def test_every_picture_has_a_description_and_a_size(classroom):
    assert_none([
        f"{page}: {image.get('src')} has no {name}"
        for page, tree in each(classroom)
        for image in tree.xpath("//img")
        for name in ("alt", "width", "height")
        if image.get(name) is None or (name != "alt" and not re.fullmatch(r"[1-9]\d*", image.get(name)))
    ])  # fmt: skip


def test_no_page_holds_what_the_security_policy_forbids(classroom):
    problems = []
    # The one script that stands in pages is the theme's; the policy names it by its digest.
    early = (classroom.project / "templates/assets/early.js").read_text("utf-8")
    for page, tree in each(classroom):
        for element in tree.iter(lxml.etree.Element):
            place = f"{page}: <{element.tag}> in line {element.sourceline}"
            if element.tag == "style":
                problems.append(f"{place} is an inline style sheet")
            if element.tag == "script" and element.get("type") != "application/ld+json" and not element.get("src") and element.text != early:
                problems.append(f"{place} is an inline script")
            # A form may ask for a page of the site, and send nothing anywhere.
            is_search = element.tag == "form" and element.get("role") == "search" and not element.get("method")
            if element.tag in ("iframe", "object", "embed", "base", "form") and not is_search:
                problems.append(f"{place} has no place here")
            for name in element.attrib:
                if name == "style" or name.startswith("on"):
                    problems.append(f"{place} has {name}=")
            if any(str(value).strip().lower().startswith("javascript:") for value in element.attrib.values()):
                problems.append(f"{place} has a javascript: address")
    assert_none(problems)


def test_scripts_do_not_hold_up_the_page_and_are_not_modules(classroom):
    assert_none([
        f"{page}: {script.get('src')} should have defer and no type, since modules do not load from file://"
        for page, tree in each(classroom)
        for script in tree.xpath("//script[@src]")
        if script.get("defer") is None or script.get("type")
    ])  # fmt: skip


# Languages


def test_every_page_says_its_language_and_uses_no_unknown_one(classroom):
    problems = []
    for page, tree in each(classroom):
        expected = classroom.tags[page.language or classroom.source]
        if tree.get("lang") != expected:
            problems.append(f"{page}: <html lang> is {tree.get('lang')}, not {expected}")
        problems += [
            f"{page}: <{element.tag} lang=“{element.get('lang')}”> is no language of the site"
            for element in tree.xpath("//*[@lang]")
            if element.get("lang") not in classroom.tags.values()
        ]
    assert_none(problems)


def test_every_block_of_text_is_in_the_language_that_it_says(classroom):
    problems = []
    for page, tree in each(classroom):
        for block in tree.xpath("//body//*[not(self::script)]"):
            if block.tag not in BLOCKS or any(child.tag in BLOCKS for child in block.iterdescendants()):
                continue
            for language, text in texts_by_language(block):
                han, latin = len(HAN.findall(text)), len(LATIN.findall(text))
                is_wrong = han == 0 and latin > 25 if language.startswith("zh") else han > latin / 5
                if is_wrong and not text.strip().startswith("http"):
                    problems.append(f"{page}: <{block.tag} lang={language}>: {text.strip()[:60]}")
    assert_none(problems)


def texts_by_language(block):
    """The text of a block for each language in it."""
    texts: dict[str, str] = {}
    for piece in block.xpath(".//text()"):
        parent = piece.getparent()
        holder = parent.getparent() if piece.is_tail else parent
        language = holder.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]
        texts[language] = texts.get(language, "") + piece
    return texts.items()


def test_the_switch_of_languages_offers_every_language_once_and_marks_the_current_one(classroom):
    problems = []
    for page, tree in each(classroom):
        if page.kind in ("language choice", "not found", "side by side"):
            continue
        others = sorted(set(tree.xpath("//a[@data-language]/@data-language")))
        expected = sorted(tag for code, tag in classroom.tags.items() if code != page.language)
        if others != expected:
            problems.append(f"{page}: offers {others}, not {expected}")
        for link in tree.xpath("//a[@data-language]"):
            code = next(code for code, tag in classroom.tags.items() if tag == link.get("data-language"))
            target = classroom.target(link.get("href"), page.path).path
            if target != page.path.replace(f"{page.language}/", f"{code}/", 1):
                problems.append(f"{page}: the link to {code} leads to {target}")
    assert_none(problems)


# The head


def test_every_page_has_title_description_and_open_graph(classroom):
    problems = []
    paths = {
        "title": "//head/title/text()",
        "description": "//head/meta[@name='description']/@content",
        "viewport": "//head/meta[@name='viewport']/@content",
        "canonical": "//head/link[@rel='canonical']/@href",
        **{f"og:{name}": f"//head/meta[@property='og:{name}']/@content" for name in
           ("type", "site_name", "title", "description", "url", "locale")},
    }  # fmt: skip
    for page, tree in each(classroom):
        problems += [f"{page}: no {name}, or several" for name, path in paths.items() if not one(tree, path)]
        if page.language and one(tree, paths["og:locale"]) != classroom.settings["languages"][page.language]["locale"]:
            problems.append(f"{page}: og:locale is {one(tree, paths['og:locale'])}")
        if (meta := tree.xpath("//head/meta[@charset]")) and meta[0].getparent().index(meta[0]) != 0:
            problems.append(f"{page}: the encoding is not the first thing in the head")
    assert_none(problems)


def test_no_two_pages_have_the_same_title(classroom):
    pages: dict[str, list[str]] = {}
    for page, tree in each(classroom):
        # The page that asks for the language has the title of the source language's home page.
        if page.kind != "language choice":
            pages.setdefault(one(tree, "//head/title/text()"), []).append(page.path)
    assert_none([f"“{title}”: {', '.join(paths)}" for title, paths in pages.items() if len(paths) > 1])


def test_every_page_is_its_own_canonical_one(classroom):
    problems = []
    for page, tree in each(classroom):
        expected = classroom.absolute(f"{classroom.source}/index.html" if page.kind == "not found" else page.path)
        for name, path in (("canonical", "//link[@rel='canonical']/@href"), ("og:url", "//meta[@property='og:url']/@content")):
            if one(tree, path) != expected:
                problems.append(f"{page}: {name} is {one(tree, path)}, not {expected}")
    assert_none(problems)


def alternates(tree) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in tree.xpath("//head/link[@rel='alternate'][@hreflang]")}


def test_translations_name_each_other(classroom):
    problems = []
    for page, tree in each(classroom):
        if page.kind == "not found":
            continue
        found = alternates(tree)
        if page.kind == "side by side":
            if found:
                problems.append(f"{page}: a page in two languages is the translation of none")
            continue
        if set(found) != {*classroom.tags.values(), "x-default"}:
            problems.append(f"{page}: names {sorted(found)}")
            continue
        if page.language and found[classroom.tags[page.language]] != classroom.absolute(page.path):
            problems.append(f"{page}: does not name itself, but {found[classroom.tags[page.language]]}")
        for tag, address in found.items():
            if problem := classroom.problem(address, page.path):
                problems.append(problem)
            elif tag != "x-default" and page.kind != "language choice":
                back = alternates(classroom.tree(classroom.target(address, page.path).path))
                if back != found:
                    problems.append(f"{page}: {address} names other translations: {back}")
    assert_none(problems)


def test_the_feed_of_the_language_is_named(classroom):
    problems = []
    for page, tree in each(classroom):
        links = tree.xpath("//head/link[@type='application/atom+xml']/@href")
        expected = f"{page.language or classroom.source}/feed.xml"
        if [classroom.target(link, page.path).path for link in links] != [expected]:
            problems.append(f"{page}: {links}")
    assert_none(problems)


# Whom to call


def test_the_hotlines_can_be_tapped_on_every_page_that_one_reads(classroom):
    problems = []
    kinds = ("home", "topic", "audience", "lesson", "case", "page", "report", "not found", "edition", "editions", "side by side")
    for page, tree in each(classroom):
        if page.kind in kinds:
            missing = {f"tel:{number}" for number in classroom.hotlines()} - set(tree.xpath("//a/@href"))
            problems += [f"{page}: no link {link}" for link in sorted(missing)]
    assert_none(problems)


# For programs


def structured_data(tree) -> list[dict]:
    return [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]


def addresses_in(data) -> list[str]:
    """Every address in structured data, at any depth."""
    if isinstance(data, list):
        return [address for part in data for address in addresses_in(part)]
    if isinstance(data, dict):
        return ([data["url"]] if "url" in data else []) + addresses_in(list(data.values()))
    return []


def test_structured_data_can_be_read_and_says_what_the_page_is(classroom):
    problems = []
    for page, tree in each(classroom):
        try:
            data = structured_data(tree)
        except json.JSONDecodeError as error:
            problems.append(f"{page}: JSON-LD: {error}")
            continue
        problems += [problem for address in addresses_in(data) if (problem := classroom.problem(address, page.path))]
        if page.kind not in SCHEMA_TYPE:
            continue
        if [entry.get("@type") for entry in data] != [SCHEMA_TYPE[page.kind]]:
            problems.append(f"{page}: JSON-LD says {[entry.get('@type') for entry in data]}")
            continue
        [entry] = data
        if entry.get("@context") != "https://schema.org" or not entry.get("name"):
            problems.append(f"{page}: JSON-LD without context or name")
        if entry.get("url") != classroom.absolute(page.path):
            problems.append(f"{page}: JSON-LD has the address {entry.get('url')}")
        if entry.get("inLanguage") != classroom.tags[page.language]:
            problems.append(f"{page}: JSON-LD has the language {entry.get('inLanguage')}")
    assert_none(problems)


def test_the_quiz_for_programs_has_the_questions_and_right_answers_of_its_text(classroom):
    problems = []
    for page in classroom.pages_of("quiz"):
        [quiz] = structured_data(classroom.tree(page.path))
        slug = page.path.split("/")[-1].removesuffix(".html")
        folder = "lessons" if slug in classroom.bundles("lessons") else "cases"
        found = []
        for question in quiz["hasPart"]:
            right = question["acceptedAnswer"] if isinstance(question["acceptedAnswer"], list) else [question["acceptedAnswer"]]
            both = [(answer["position"], True) for answer in right]
            both += [(answer["position"], False) for answer in question["suggestedAnswer"]]
            found.append([is_right for _, is_right in sorted(both)])
            problems += [f"{page}: an answer without text" for answer in right if not answer["text"].strip()]
        if found != classroom.right_options(folder, slug, page.language):
            problems.append(f"{page}: {found}, not {classroom.right_options(folder, slug, page.language)}")
    assert_none(problems)


def test_the_quiz_on_a_page_has_the_questions_and_right_answers_of_its_text(classroom):
    problems = []
    for page, tree in each(classroom):
        if page.kind not in ("lesson", "case", "quiz"):
            continue
        slug = page.path.split("/")[-1].removesuffix(".html")
        folder = "lessons" if slug in classroom.bundles("lessons") else "cases"
        found = [
            [option.get("data-right") is not None for option in question.xpath(".//input")]
            for question in tree.xpath("//*[@data-quiz]//*[contains(concat(' ', @class, ' '), ' question ')]")
        ]
        if found != classroom.right_options(folder, slug, page.language):
            problems.append(f"{page}: {found}, not {classroom.right_options(folder, slug, page.language)}")
    assert_none(problems)


# Weight


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_lesson_with_all_it_loads_stays_under_25_kilobytes(classroom, language):
    """The phone is old: HTML, style sheets and scripts, compressed; pictures aside."""
    page = first_lesson(classroom, language)
    tree = classroom.tree(page.path)
    loaded = tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    files = [page.path, *(classroom.target(address, page.path).path for address in loaded)]
    sizes = {file: len(gzip.compress((classroom.folder / file).read_bytes(), mtime=0)) for file in files}
    assert sum(sizes.values()) < 25_000, f"{sum(sizes.values())} bytes: {sizes}"


def first_lesson(classroom: Classroom, language: str) -> Page:
    slug = min(classroom.bundles("lessons"), key=lambda slug: classroom.front_matter("lessons", slug)["order"])
    return next(page for page in classroom.pages_of("lesson", language) if page.path.endswith(f"/{slug}.html"))
