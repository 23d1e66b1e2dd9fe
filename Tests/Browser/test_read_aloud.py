"""Reading aloud, with a voice that writes down what it is given: order, language, marks, pause, stop, and leaving."""

import re

import pytest

PHONE = {"width": 360, "height": 780}

# A device whose voices can be given and taken away, and whose speech ends when the test says so.
VOICE = """
(() => {
    const record = window.record = {said: [], now: null, cancelled: 0, voices: VOICES};
    class Utterance { constructor(text) { this.text = text; } }
    const speech = {
        onvoiceschanged: null,
        getVoices: () => record.voices,
        speak(utterance) { record.said.push({text: utterance.text, lang: utterance.lang}); record.now = utterance; },
        cancel() { record.cancelled += 1; const was = record.now; record.now = null; if (was && was.onerror) was.onerror({error: 'interrupted'}); },
    };
    record.end = () => { const was = record.now; record.now = null; if (was) was.onend(); return !!record.now; };
    record.fail = () => { const was = record.now; record.now = null; if (was) was.onerror({error: 'synthesis-failed'}); };
    Object.defineProperty(window, 'speechSynthesis', {value: speech});
    window.SpeechSynthesisUtterance = Utterance;
})();
"""
BOTH = '[{lang: "zh-TW"}, {lang: "zh-CN", localService: true}, {lang: "en-GB", localService: true}]'


@pytest.fixture(params=["http", "file"])
def root(request, host, file_address):
    return host if request.param == "http" else file_address


def listen(page, address, voices=BOTH):
    """Opens a page on a device with these voices and asks for it to be read."""
    page.add_init_script(VOICE.replace("VOICES", voices))
    page.goto(address)
    page.click(".comfort-button")
    page.click(".comfort [data-listen]")
    page.wait_for_selector(".reading-strip")


def said(page):
    return page.evaluate("() => record.said")


def to_the_end(page):
    for _ in range(600):
        if not page.evaluate("() => record.end()"):
            return
    raise AssertionError("it never ends")


def test_all_of_a_lesson_is_read_in_order_sentence_by_sentence(classroom, root, open_window):
    for sample in classroom.samples("lesson"):
        with open_window(viewport=PHONE) as window:
            listen(window.page, root + sample.path)
            to_the_end(window.page)
            sentences = said(window.page)
            tag = "zh-CN" if sample.language == "zh" else "en-GB"
            assert {one["lang"] for one in sentences} == {tag}
            heard = re.sub(r"\s", "", "".join(one["text"] for one in sentences))
            # All that stands in the sections of the lesson is heard, and in this order.
            place = 0
            for text in window.page.locator(".text section.prose p, .text section.prose li").all_inner_texts():
                spoken = re.sub(r"\s", "", text)
                assert spoken in heard[place:], text
                place = heard.index(spoken, place)
            assert len(sentences) > 40
            assert max(len(one["text"]) for one in sentences) < 220
            assert window.page.locator(".reading-strip").count() == 0, "it closes by itself at the end"
            assert not window.complaints


def test_what_a_swindler_says_is_read_with_its_warning_before_it(classroom, host, open_window):
    for language in classroom.tags:
        sample = next(page for page in classroom.pages_of("lesson", language) if "callout-bait" in classroom.text(page.path))
        with open_window(viewport=PHONE) as window:
            listen(window.page, host + sample.path)
            to_the_end(window.page)
            heard = "".join(one["text"] for one in said(window.page)).replace(" ", "")
            bait = window.page.locator(".callout-bait").first
            label = bait.locator(".callout-label").inner_text().replace(" ", "")
            words = bait.locator("p").nth(1).inner_text().replace(" ", "")
            assert label == classroom.words(language)["callout_bait"].replace(" ", "")
            assert label + words in heard


def test_no_menu_and_no_picture_is_read_and_numbers_to_call_are_read_digit_by_digit(classroom, host, open_window):
    with open_window(viewport=PHONE) as window:
        listen(window.page, host + "zh/lessons/fake-police.html")
        to_the_end(window.page)
        heard = [one["text"] for one in said(window.page)]
        words = classroom.words("zh")
        assert not [text for text in heard if words["desk_link"] in text or words["quiz_check"] in text]
        assert not [text for text in heard if text == window.page.locator(".opening img").get_attribute("alt")]
        assert [text for text in heard if "9 6 1 1 0" in text]
        assert not [text for text in heard if "96110" in text]


def test_a_decimal_point_ends_no_sentence(host, open_window):
    with open_window(viewport=PHONE) as window:
        page = window.page
        page.add_init_script(VOICE.replace("VOICES", BOTH))
        page.goto(host + "en/lessons/fake-police.html")
        page.evaluate("() => { document.querySelector('.prose p').textContent = 'It pays 0.2% a year, not RMB 500,000. “Really?” Yes.'; }")
        page.click(".comfort-button")
        page.click(".comfort [data-listen]")
        page.wait_for_selector(".reading-strip")
        to_the_end(page)
        heard = [one["text"] for one in said(page)]
        start = heard.index("It pays 0.2% a year, not RMB 500,000.")
        assert heard[start + 1 : start + 3] == ["“Really?”", "Yes."]


def test_the_sentence_being_read_is_marked(host, open_window):
    with open_window(viewport=PHONE) as window:
        listen(window.page, host + "zh/lessons/fake-police.html")
        for _ in range(12):
            marked = window.page.evaluate("() => [...CSS.highlights.get('reading')].map(range => range.toString()).join('')")
            spoken = window.page.evaluate("() => record.now.text")
            assert re.sub(r"\s", "", marked) == re.sub(r"\s", "", spoken)
            window.page.evaluate("() => record.end()")
        box = window.page.evaluate("() => { const b = [...CSS.highlights.get('reading')][0].getBoundingClientRect(); return [b.top, b.bottom]; }")
        window.page.wait_for_function("""() => {
            const box = [...CSS.highlights.get('reading')][0].getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight - document.querySelector('.reading-strip').offsetHeight + 1;
        }""")
        assert box
        window.page.get_by_role("button", name="不读了").click()
        assert window.page.evaluate("() => CSS.highlights.has('reading')") is False


def test_where_the_browser_cannot_mark_a_sentence_its_block_is_marked(host, open_window):
    with open_window(viewport=PHONE) as window:
        window.page.add_init_script("delete window.Highlight;")
        listen(window.page, host + "zh/lessons/fake-police.html")
        for _ in range(8):
            window.page.evaluate("() => record.end()")
        block = window.page.locator(".is-being-read")
        assert block.count() == 1
        assert window.page.evaluate("() => record.now.text") in block.inner_text()
        window.page.get_by_role("button", name="不读了").click()
        assert window.page.locator(".is-being-read").count() == 0


def test_it_starts_where_the_reader_is_or_at_the_heading_that_was_chosen(host, open_window):
    with open_window(viewport=PHONE, reduced_motion="reduce") as window:
        page = window.page
        page.add_init_script("try { localStorage.setItem('comfort', 'elder'); } catch (e) {}")
        page.add_init_script(VOICE.replace("VOICES", BOTH))
        page.goto(host + "zh/lessons/fake-police.html")
        headings = page.locator(".prose > h2")
        # In elder mode the button stands in the masthead; by keyboard it is reached from anywhere.
        headings.nth(2).evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 100)")
        page.locator(".comfort-listen").evaluate("button => { button.focus({preventScroll: true}); button.click(); }")
        page.wait_for_selector(".reading-strip")
        assert said(page)[-1]["text"] == headings.nth(2).inner_text()
        here = page.get_by_role("button", name=re.compile(headings.nth(1).inner_text()))
        here.focus()
        page.keyboard.press("Enter")
        assert said(page)[-1]["text"] == headings.nth(1).inner_text()
        assert not window.complaints


def test_pause_go_on_and_stop_by_keyboard(root, open_window):
    with open_window(viewport=PHONE) as window:
        page = window.page
        listen(page, root + "en/lessons/fake-police.html")
        for _ in range(5):
            page.evaluate("() => record.end()")
        sentence = said(page)[-1]
        assert page.locator(":focus").inner_text() == "Pause"
        page.keyboard.press("Enter")
        assert page.evaluate("() => record.now") is None
        assert page.locator(":focus").inner_text() == "Go on"
        page.keyboard.press("Enter")
        assert said(page)[-1] == sentence, "it goes on with the sentence in which it was stopped"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("() => record.now") is None
        assert page.locator(".reading-strip, .read-here").count() == 0
        # And again from the start.
        page.click(".comfort-button")
        page.click(".comfort [data-listen]")
        assert page.locator(".reading-strip").count() == 1
        assert not window.complaints


def test_it_falls_silent_when_the_page_is_left(host, open_window):
    with open_window(viewport=PHONE) as window:
        listen(window.page, host + "zh/lessons/fake-police.html")
        silent = window.page.evaluate("() => { const before = record.cancelled; dispatchEvent(new Event('pagehide')); return record.now === null && record.cancelled > before; }")
        assert silent


@pytest.mark.parametrize("voices", ["[]", '[{lang: "fr-FR"}]'])
def test_without_a_voice_for_the_language_nothing_is_offered(voices, classroom, host, open_window):
    with open_window(viewport=PHONE) as window:
        window.page.add_init_script(VOICE.replace("VOICES", voices))
        for sample in classroom.samples("lesson"):
            window.page.goto(host + sample.path)
            window.page.click(".comfort-button")
            assert window.page.locator("[data-listen] >> visible=true").count() == 0


def test_a_browser_that_cannot_speak_at_all_has_the_rest_of_the_bar(host, open_window):
    with open_window(viewport=PHONE) as window:
        window.page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined});")
        window.page.goto(host + "zh/lessons/fake-police.html")
        window.page.click(".comfort-button")
        assert window.page.locator("[data-listen] >> visible=true").count() == 0
        assert window.page.locator(".comfort [data-word] >> visible=true").count() == 8
        assert not window.complaints


def test_voices_that_come_late_are_noticed(host, open_window):
    with open_window(viewport=PHONE) as window:
        window.page.add_init_script(VOICE.replace("VOICES", "[]"))
        window.page.goto(host + "zh/lessons/fake-police.html")
        window.page.click(".comfort-button")
        assert window.page.locator(".comfort [data-listen]").is_hidden()
        window.page.evaluate("() => { record.voices = [{lang: 'zh_CN'}]; speechSynthesis.onvoiceschanged(); }")
        assert window.page.locator(".comfort [data-listen]").is_visible()


def test_two_languages_are_read_each_in_its_own(classroom, host, open_window):
    with open_window(viewport={"width": 1280, "height": 900}) as window:
        listen(window.page, host + classroom.samples("side by side")[0].path)
        to_the_end(window.page)
        sentences = said(window.page)
        assert {one["lang"] for one in sentences} == {"zh-CN", "en-GB"}
        for one in sentences:
            if one["lang"] == "en-GB":
                assert not re.match(r"[\u4e00-\u9fff]", one["text"]), one


def test_a_voice_that_fails_again_and_again_stops_it(host, open_window):
    with open_window(viewport=PHONE) as window:
        listen(window.page, host + "zh/lessons/fake-police.html")
        for _ in range(6):
            window.page.evaluate("() => record.fail()")
        assert window.page.locator(".reading-strip").count() == 0
        assert len(said(window.page)) < 8


def test_its_script_is_fetched_only_when_it_is_asked_for(host, open_window):
    with open_window(viewport=PHONE) as window:
        asked = []
        window.page.on("request", lambda request: asked.append(request.url))
        window.page.add_init_script(VOICE.replace("VOICES", BOTH))
        window.page.goto(host + "zh/lessons/fake-police.html")
        window.page.click(".comfort-button")
        assert not [url for url in asked if "read-aloud" in url]
        window.page.click(".comfort [data-listen]")
        window.page.wait_for_selector(".reading-strip")
        assert len([url for url in asked if "read-aloud" in url]) == 2
