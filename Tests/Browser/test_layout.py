"""One page of every kind in every language from a narrow phone to a desktop, enlarged, and under a thumb."""

from classroom import KINDS, assert_none
from reading import address_of, host_at_base_url, too_wide

WIDTHS = [320, 360, 768, 1280]

def samples(classroom):
    """One page of every kind in every language."""
    return [sample for kind in KINDS for sample in classroom.samples(kind)]


def test_no_page_has_to_be_moved_sideways_or_cuts_text_off(classroom, host, open_window):
    problems = []
    with open_window() as window:
        host_at_base_url(window.page, classroom)
        for sample in samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            for width in WIDTHS:
                window.page.set_viewport_size({"width": width, "height": 800})
                problems += [f"{sample} at {width} px: {what}" for what in too_wide(window.page)]
    assert_none(problems)


def test_a_desktop_page_enlarged_to_200_percent_is_not_wider_than_the_screen(classroom, host, open_window):
    problems = []
    with open_window(viewport={"width": 640, "height": 400}, device_scale_factor=2) as window:
        host_at_base_url(window.page, classroom)
        for sample in samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            problems += [f"{sample} at 200 %: {what}" for what in too_wide(window.page)]
    assert_none(problems)


def test_type_set_half_as_large_again_on_a_phone_fits_its_width(classroom, host, open_window):
    """As older readers set it in WeChat or in their browser: all type that follows the root's."""
    problems = []
    with open_window(viewport={"width": 360, "height": 780}) as window:
        host_at_base_url(window.page, classroom)
        for sample in samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            window.page.evaluate("""() => {
                const root = document.documentElement;
                root.style.fontSize = 1.5 * parseFloat(getComputedStyle(root).fontSize) + 'px';
            }""")
            problems += [f"{sample} with large type: {what}" for what in too_wide(window.page)]
    assert_none(problems)


# Controls that are too small for a thumb. A link inside a sentence is as high as its line, which must be 24 px or more
# (WCAG 2.5.8); every other control must answer within 22 px of its middle on all sides: 44 × 44 px.
TOO_SMALL = """() => {
    const found = [], reach = 21.5;
    for (const control of document.querySelectorAll('a[href], button, summary, input, select')) {
        const target = control.matches('[type=radio], [type=checkbox]') && control.labels[0] || control;
        if (!target.checkVisibility({visibilityProperty: true})) continue;
        let box = target.getBoundingClientRect();
        if (box.right <= 0 || box.width <= 1) continue;
        const name = target.tagName.toLowerCase() + ' “' + target.textContent.trim().slice(0, 30) + '”';
        const block = control.closest('p, li, dd, dt, td, th, div, h1, h2, h3, h4, h5, h6');
        const isInSentence = getComputedStyle(control).display === 'inline' && block.textContent.trim() !== control.textContent.trim();
        if (isInSentence) {
            const line = parseFloat(getComputedStyle(control).lineHeight);
            if (line < 24) found.push(name + ' stands in lines of ' + line + ' px');
            continue;
        }
        if (box.width >= 43.9 && box.height >= 43.9) continue;
        target.scrollIntoView({block: 'center', behavior: 'instant'});
        box = target.getBoundingClientRect();
        const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        const answers = [[reach, 0], [-reach, 0], [0, reach], [0, -reach]].every(([dx, dy]) => {
            const hit = document.elementFromPoint(x + dx, y + dy);
            return hit && target.contains(hit);
        });
        if (!answers) found.push(name + ' is ' + Math.round(box.width) + ' × ' + Math.round(box.height) + ' px');
    }
    return found;
}"""


def test_controls_are_large_enough_for_a_thumb(classroom, host, open_window):
    problems = []
    with open_window(viewport={"width": 360, "height": 780}, has_touch=True) as window:
        host_at_base_url(window.page, classroom)
        for sample in samples(classroom):
            window.page.goto(address_of(sample, classroom, host))
            problems += [f"{sample} at 360 px: {what}" for what in window.page.evaluate(TOO_SMALL)]
    assert_none(problems)
