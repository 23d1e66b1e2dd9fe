"""axe-core on one page of every kind, in every language, by day and by night, on a phone and on a desktop; and the keyboard."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from classroom import KINDS, assert_none
from reading import address_of, host_at_base_url

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}



def violations(page, place: str) -> list[str]:
    """What axe has to say against a page as it stands: its rules for WCAG 2.2 AA and its best practices."""
    page.evaluate("() => document.getAnimations().forEach(animation => animation.cancel())")
    results = page.evaluate("() => axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})")
    return [
        f"{place}: {violation['id']}: {node['target']} {node['html'][:160]} | {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def violations_everywhere(page, place: str) -> list[str]:
    """The same by day and by night, on a phone and on a desktop."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += violations(page, f"{place} ({scheme}, {size['width']} px)")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind, classroom, host, open_window):
    problems = []
    with open_window(reduced_motion="reduce", bypass_csp=True) as window:
        host_at_base_url(window.page, classroom)
        for sample in classroom.samples(kind):
            window.page.goto(address_of(sample, classroom, host))
            problems += violations_everywhere(window.page, sample.path)
    assert_none(problems)


def test_axe_finds_nothing_once_questions_are_answered(classroom, host, open_window):
    problems = []
    with open_window(reduced_motion="reduce", bypass_csp=True) as window:
        for sample in classroom.samples("quiz"):
            window.page.goto(host + sample.path)
            questions = window.page.locator(".question")
            for index in range(questions.count()):
                question = questions.nth(index)
                question.locator("label").nth(index % 2).click()
                question.get_by_role("button").click()
            problems += violations_everywhere(window.page, f"{sample.path}, answered")
    assert_none(problems)


def test_axe_finds_nothing_in_answers_opened_without_script(classroom, host, open_window):
    problems = []
    with open_window(reduced_motion="reduce", bypass_csp=True) as window:
        # axe itself is a script, so it is the site's own scripts that are kept away.
        window.page.route("**/*.js", lambda route: route.abort())
        for sample in classroom.samples("quiz"):
            window.page.goto(host + sample.path)
            for summary in window.page.locator("summary").all():
                summary.click()
            problems += violations_everywhere(window.page, f"{sample.path}, opened")
    assert_none(problems)


# Walks through the page as the Tab key does and says what was met. A control is named by its element and text.
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const marked = element.matches('input') && element.labels[0] ? [element, element.labels[0]] : [element];
    const isMarked = marked.some(one => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const box = (marked[1] || element).getBoundingClientRect();
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const number = [...document.querySelectorAll('*')].indexOf(element);
    return {name: element.tagName.toLowerCase() + ' “' + (marked[1] || element).textContent.trim().slice(0, 30) + '”',
            number, isMarked, isSeen};
}"""
CONTROLS = """() => [...document.querySelectorAll('*')].flatMap((element, number) => {
    if (!element.matches('a[href], button, input, summary, [tabindex="0"]')) return [];
    if (!element.checkVisibility({visibilityProperty: true})) return [];
    // One Tab stop for a group of radio buttons: the first.
    if (element.type === 'radio' && document.querySelector(`[name="${CSS.escape(element.name)}"]`) !== element) return [];
    // A region that scrolls needs no stop where it does not scroll.
    if (element.matches('[tabindex="0"]') && !element.matches('a, button, input, summary')) return [];
    return [{number, name: element.tagName.toLowerCase() + ' “' + element.textContent.trim().slice(0, 30) + '”'}];
})"""


def test_the_tab_key_reaches_every_control_and_shows_where_it_is(classroom, host, open_window):
    problems = []
    with open_window(viewport=DESKTOP, reduced_motion="reduce") as window:
        host_at_base_url(window.page, classroom)
        for sample in [sample for kind in KINDS for sample in classroom.samples(kind)[:1]]:
            window.page.goto(address_of(sample, classroom, host))
            controls = window.page.evaluate(CONTROLS)
            met = {}
            for _ in range(len(controls) + 20):
                window.page.keyboard.press("Tab")
                focused = window.page.evaluate(FOCUSED)
                if not focused or focused["number"] in met:
                    break
                met[focused["number"]] = focused
            problems += [f"{sample}: Tab does not reach {one['name']}" for one in controls if one["number"] not in met]
            problems += [f"{sample}: no outline on {one['name']}" for one in met.values() if not one["isMarked"]]
            problems += [f"{sample}: {one['name']} is off the screen with the focus" for one in met.values() if not one["isSeen"]]
    assert_none(problems)


def test_the_first_tab_stop_leads_past_the_menus_to_the_text(classroom, host, open_window):
    problems = []
    with open_window(viewport=DESKTOP, reduced_motion="reduce") as window:
        host_at_base_url(window.page, classroom)
        # The other kinds have no menus.
        for kind in [kind for kind in KINDS if kind not in ("language choice", "leaflet", "edition")]:
            for sample in classroom.samples(kind):
                window.page.goto(address_of(sample, classroom, host))
                window.page.keyboard.press("Tab")
                first = window.page.locator(":focus").inner_text()
                if first != classroom.words(sample.language or classroom.source)["skip"]:
                    problems.append(f"{sample}: the first stop is “{first}”")
                    continue
                window.page.keyboard.press("Enter")
                window.page.keyboard.press("Tab")
                if not window.page.evaluate("() => document.activeElement.closest('main, main ~ *')"):
                    problems.append(f"{sample}: after it Tab goes to {window.page.evaluate(FOCUSED)['name']}")
    assert_none(problems)
