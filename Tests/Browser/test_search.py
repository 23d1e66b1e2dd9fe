"""Searching: what is found, compared with plain looking through the pages; the page itself, by mouse, keyboard, without script."""

import gzip
import re
import unicodedata
from functools import cache
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from classroom import PROJECT, Classroom, assert_none
from reading import too_wide

KINDS = ("lesson", "case", "page", "glossary", "report", "self-check", "contest")
BLOCKS = {"p", "li", "ul", "ol", "td", "th", "tr", "table", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd",
          "aside", "blockquote", "figure", "pre", "header", "span.option-text"}  # fmt: skip
# What a page's author wrote: not the menus, labels, numbers to dial and buttons round it.
AUTHORED = """//*[@class='opening']//h1 | //*[@class='opening']//*[@class='lead'] | //*[contains(@class, 'introduction')]
    | //section[contains(concat(' ', @class, ' '), ' prose ')] | //*[@data-quiz]/h2 | //*[@class='prompt']
    | //*[@class='option-text'] | //*[@class='explanation'] | //*[@class='feedback']/div | //*[@class='term']
    | //*[@data-selfcheck]//h2 | //*[@data-selfcheck]//div[@class='prose'] | //ul[@class='answers']"""
# A contest shows the questions of lessons; they are found where they stand.
CONTEST = "//*[@class='opening']//h1 | //*[@class='opening']//*[@class='lead'] | //*[contains(@class, 'introduction')] | //section[contains(@class, 'prose role-')]"

CHINESE = """
    非法集资 高息 96110 公检法 高息理财 安全账户 保本 验证码 养老 屏幕共享 共享屏幕 通缉令 刷单 垫付 征信 征信修复 存款保险 50万元
    2023年 110 12378 反诈 银行卡 出租 客服 退款 鸡蛋 二维码 校园贷 助学贷款 境外 护照 外币 转账 老师 红章 您的 的 三要素 十日
    银行 账户 骗子先 视频通话 APP app ＡＰＰ 3·15 小林正在宿舍 挂断快打110 警察 骗子 身份证 冻结
    """.split()
CHINESE += ["非法集资 高息", "银行 验证码 警察", "安全账户，查清"]
CHINESE_NOWHERE = ["饕餮", "高息集资法", "公法检", "9611096110", "理财 饕餮"]

# What is typed, and which words each of its words stands for; the last may be the beginning of a longer one.
ENGLISH = {
    "deposit": [r"deposit\w*"], "deposits ": [r"deposit(s|ed|ing)?"], "scam": [r"scam\w*"], "scammed ": [r"scam(s|med|ming)?"],
    "fake police": [r"fak(e|es|ed|ing)", r"polic(e|es|ed|ing)"], "police fak": [r"polic(e|es|ed|ing)", r"fak\w*"],
    "96110": [r"96110\w*"], "9611": [r"9611\w*"], "50000": [r"50,?000\w*|500,000\w*"], "500,000": [r"500,?000\w*"],
    "guaranteed return": [r"guarante(e|es|ed|eing)", r"return\w*"], "high-yield": [r"high(s|ed|ing)?", r"yield\w*"],
    "loan": [r"loan\w*"], "loans ": [r"loan(s|ed|ing)?"], "lent": [r"lent\w*"], "insur": [r"insur\w*"],
    "insured ": [r"insur(e|es|ed|ing)"], "verification code": [r"verification(s)?", r"code\w*"],
    "screen sharing": [r"screen(s|ed|ing)?", r"sharing\w*|shar(e|es|ed|ing)"], "share screen": [r"shar(e|es|ed|ing)", r"screen\w*"],
    "family": [r"family\w*|famil(y|ies)"], "families ": [r"famil(y|ies)"], "pay": [r"pay\w*"], "paying ": [r"pay(s|ing|ed)?"],
    "bank's": [r"bank\w*"], "the bank’s rules": [r"the", r"bank(s|ed|ing)?", r"rule\w*"], "eggs": [r"eggs?\w*"],
    "free eggs": [r"fre(e|es|eing)", r"eggs?\w*"], "QR code": [r"qr", r"code\w*"], "qr": [r"qr\w*"], "WeChat": [r"wechat\w*"],
    "passport": [r"passport\w*"], "foreign card": [r"foreign", r"card\w*"], "student loan": [r"student(s)?", r"loan\w*"],
    "invest": [r"invest\w*"], "investing ": [r"invest(s|ed|ing)?"], "romance": [r"romanc\w*"], "Romance ": [r"romanc(e|es|ed|ing)"],
    "hang up": [r"hang(s|ed|ing)?", r"up\w*"], "call 110": [r"call(s|ed|ing)?|cal", r"110\w*"], "account": [r"account\w*"],
    "renting accounts": [r"rent(s|ed|ing)?", r"account\w*"], "credit repair": [r"credit(s|ed|ing)?", r"repair\w*"],
    "3·15": [r"3·15\w*"], "cases ": [r"cas(e|es|ed|ing)"], "voice video": [r"voic(e|es|ed|ing)", r"video\w*"],
    "stop": [r"stop\w*"], "stopped ": [r"stop(s|ped|ping)?"], "order brushing": [r"order(s|ed|ing)?", r"brushing\w*|brush(es|ed|ing)?"],
    "villages ": [r"villag(e|es|ed|ing)"], "公检法": ["公检法"], "a": [r"a\w*"], "money back": [r"money(s)?", r"back\w*"],
}  # fmt: skip
ENGLISH_NOWHERE = ["xyzzy", "eposit", "oney ", "police xyzzy", "depositz"]


def folded(text: str) -> str:
    """A text without case and width."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'")


def text_of(element) -> str:
    """The text of an element, each block in a line of its own; what only labels a box is left out."""
    parts = []

    def walk(node):
        name = node.tag if isinstance(node.tag, str) else ""
        if "callout-label" in (node.get("class") or ""):
            parts.append(node.tail or "")
            return
        cut = "\n" if name in BLOCKS or name == "br" else ""
        parts.append(cut + (node.text or ""))
        for child in node:
            walk(child)
        parts.append(cut + (node.tail or "" if node is not element else ""))

    walk(element)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "\n", "".join(parts))


@cache
def texts(classroom: Classroom, language: str) -> dict[str, str]:
    """What the authors of every lesson, case and page of a language wrote, by its link from the language's folder."""
    return {
        page.path.removeprefix(language + "/"): folded("\n".join(text_of(part) for part in classroom.tree(page.path).xpath(CONTEST if page.kind == "contest" else AUTHORED)))
        for page in classroom.pages
        if page.kind in KINDS and page.language == language
    }


def holding(classroom: Classroom, language: str, query: str) -> set[str]:
    """The pages that hold every word of a query."""
    if language == "zh":
        words = [word for word in re.split(r"[\s,、。]+", folded(query)) if word]
        return {link for link, text in texts(classroom, language).items() if words and all(word in text for word in words)}
    patterns = ENGLISH.get(query) or [re.escape(word) for word in query.split()]
    edges = [pattern if re.match(r"[㐀-鿿]", pattern) else rf"(?<![\w·])(?:{pattern})(?!\w)" for pattern in patterns]
    return {link for link, text in texts(classroom, language).items() if all(re.search(edge, text) for edge in edges)}


FOUND = """query => new Promise(done => microclassSearch.find(query, answer => {
    if (!answer) return done(null);
    let left = answer.pages.length, links = [];
    if (!left) done([]);
    answer.pages.forEach((number, place) => microclassSearch.page(number, page => {
        links[place] = page[0]; left -= 1; if (!left) done(links);
    }));
}))"""


@pytest.fixture
def searching(classroom, host, open_window):
    """A window on the search page of a language, from a host."""

    class Searching:
        def __init__(self, window, language):
            self.window, self.page, self.language = window, window.page, language
            self.words = classroom.words(language)
            self.box = self.page.locator("#search-words")
            self.count = self.page.get_by_role("status")
            self.results = self.page.locator(".result")

        def open(self, root=host, query=None):
            self.page.goto(f"{root}{self.language}/search.html" + (f"?q={quote(query)}" if query is not None else ""))
            return self

    windows = []

    def open_searching(language, **device):
        manager = open_window(**device)
        windows.append(manager)
        return Searching(manager.__enter__(), language)

    yield open_searching
    for manager in windows:
        manager.__exit__(None, None, None)


# What is found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_found_is_what_plain_looking_through_the_pages_finds(classroom, searching, language):
    window = searching(language).open()
    queries = CHINESE + CHINESE_NOWHERE if language == "zh" else [*ENGLISH, *ENGLISH_NOWHERE]
    problems, with_answers = [], 0
    for query in dict.fromkeys(queries):
        found = window.page.evaluate(FOUND, query)
        wanted = holding(classroom, language, query)
        with_answers += bool(wanted)
        assert found is not None, query
        if len(found) != len(set(found)) or set(found) != wanted:
            problems.append(f"“{query}”: not found {sorted(wanted - set(found))}, found wrongly {sorted(set(found) - wanted)}")
    assert_none(problems + window.window.complaints)
    assert with_answers >= 50, f"only {with_answers} of the queries have an answer in the content"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_query_loads_less_than_100_kilobytes(classroom, searching, language):
    window = searching(language)
    sizes, loaded = {}, 0
    window.page.on("response", lambda response: sizes.update({response.url: len(response.body())}) if "assets/search/" in response.url else None)
    queries = [query for query in (CHINESE if language == "zh" else ENGLISH) if holding(classroom, language, query)]
    for query in queries[::4]:
        sizes.clear()
        window.open(query=query.strip())
        expect(window.results.first).to_be_visible()
        assert sum(sizes.values()) < 100_000, (query, sizes)
        loaded += sum(sizes.values())
    # What an earlier query brought is not asked for again, so that one of them may load nothing.
    assert loaded > 0


def test_script_and_builder_cut_texts_and_words_alike(searching):
    lines = (PROJECT / "Tests/EditionsTests/search-pieces.txt").read_text("utf-8").splitlines()
    examples = [[part.strip() for part in line.split("|")] for line in lines if "|" in line and not line.startswith("#")]
    windows = {"anywhere": searching("zh").open(), "words": searching("en").open()}
    problems = []
    for window in windows.values():
        window.page.evaluate("() => new Promise(done => microclassSearch.find('x', done))")
    for manner, text, expected in examples:
        page = windows.get(manner, windows["words"]).page
        if manner == "stem":
            found = page.evaluate("word => microclassSearch.stem(word)", text)
        else:
            found = page.evaluate("text => microclassSearch.cut(text).map(one => one.run ? `[${one.text}]` : one.text).join(' ')", text)
        if found != expected:
            problems.append(f"{manner} | {text} | {found}, not {expected}")
    assert_none(problems)


@pytest.mark.parametrize("language, query", [("zh", "存款"), ("en", "deposit")])
def test_pages_with_the_word_in_their_title_come_first_then_those_with_it_in_their_summary(classroom, searching, language, query):
    window = searching(language).open()
    ranks = []
    for link in window.page.evaluate(FOUND, query):
        tree = classroom.tree(f"{language}/{link}")
        title, lead = (folded("".join(tree.xpath(f"//*[@class='opening']//{part}//text()"))) for part in ("h1", "*[@class='lead']"))
        ranks.append(0 if query in title else 1 if query in lead else 2)
    assert ranks == sorted(ranks) and ranks[0] == 0 and ranks[-1] == 2


# The page


@pytest.mark.parametrize("language, query, last", [("zh", "安全账户", "户"), ("en", "verification code", "e")])
@pytest.mark.parametrize("place", ["host", "folder"])
def test_results_come_while_typing_and_lead_to_the_heading_of_the_section(
    classroom, searching, host, file_address, language, query, last, place
):
    root = host if place == "host" else file_address
    window = searching(language, viewport={"width": 320, "height": 640}).open(root)
    window.box.press_sequentially(query, delay=5)
    expect(window.count).to_have_text(window.words["search_found"].replace("{}", str(len(holding(classroom, language, query)))))
    assert window.page.locator(".result mark").count() > 0
    problems = []
    for link in window.results.get_by_role("link").all():
        target = link.get_attribute("href")
        path, _, fragment = target.partition("#")
        if not fragment:
            continue
        [heading] = classroom.tree(f"{language}/{path}").xpath("//*[@id=$id]", id=unquote(fragment))
        section = heading.xpath("ancestor-or-self::*[self::section or @class='term'][1]")[0]
        words = folded(query).split()
        if not any(word[:4] in folded(text_of(section)) for word in words):
            problems.append(f"{target}: not in that section")
    # What is typed may be longer than its box.
    wide = [what for what in too_wide(window.page) if not what.startswith("input ")]
    assert_none(problems + wide + window.window.complaints)
    window.results.first.get_by_role("link").click()
    window.page.wait_for_url(re.compile(r"/(lessons|cases|pages|selfchecks|contests)/"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_more_results_follow_on_demand_until_all_are_there(classroom, searching, language):
    query = {"zh": "银行", "en": "bank"}[language]
    window = searching(language).open(query=query)
    total = len(holding(classroom, language, query)) if language == "zh" else len(window.page.evaluate(FOUND, query))
    expect(window.results).to_have_count(8)
    more = window.page.get_by_role("button", name=window.words["search_more"])
    for shown in [*range(16, total, 8), total]:
        more.click()
        expect(window.results).to_have_count(shown)
    expect(more).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", ["host", "folder"])
def test_the_box_in_the_header_leads_to_the_results(classroom, searching, host, file_address, language, place):
    root = host if place == "host" else file_address
    window = searching(language)
    page = window.page
    for path in (classroom.pages_of("lesson", language)[0].path, f"{language}/index.html"):
        page.goto(root + path)
        page.keyboard.press("/")
        page.keyboard.type("96110")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"/{language}/search\.html\?q=96110"))
        expect(window.box).to_have_value("96110")
        expect(window.results.first).to_be_visible()
    assert_none(window.window.complaints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_searching_with_the_keyboard_alone(searching, language):
    window = searching(language).open()
    page, link = window.page, window.results.get_by_role("link")
    page.keyboard.press("/")
    expect(window.box).to_be_focused()
    page.keyboard.type("110")
    expect(link.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(link.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(link.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(window.box).to_be_focused()
    page.keyboard.press("Enter")
    expect(link.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(window.box).to_be_focused()
    page.keyboard.press("Escape")
    expect(window.box).to_have_value("")
    expect(window.results).to_have_count(0)
    expect(window.count).to_have_text("")
    page.keyboard.type("110")
    expect(link.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(lessons|cases|pages|selfchecks|contests)/"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_finds_nothing_is_told_what_to_do(classroom, searching, language):
    window = searching(language).open(query={"zh": "饕餮", "en": "xyzzy"}[language])
    expect(window.count).to_have_text(window.words["search_none"].replace("{}", {"zh": "饕餮", "en": "xyzzy"}[language]))
    advice = window.page.locator("#search-none")
    expect(advice).to_contain_text(window.words["search_none_shorter"])
    advice.get_by_role("link", name=window.words["search_none_help_link"]).click()
    expect(window.page.locator("#hotlines")).to_be_in_viewport()
    for topic in classroom.settings["topics"]:
        expect(window.page.locator(f"#search-browse a[href='topics/{topic}.html']")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_script_the_page_says_so_and_lists_topics_and_all_lessons(classroom, searching, language):
    window = searching(language, java_script_enabled=False).open(query="110")
    expect(window.page.get_by_text(window.words["search_no_script"])).to_be_visible()
    links = {link.get_attribute("href") for link in window.page.locator("#search-browse a").all()}
    expected = {f"topics/{topic}.html" for topic in classroom.settings["topics"]}
    expected |= {f"lessons/{slug}.html" for slug in classroom.bundles("lessons")}
    expected |= {f"cases/{slug}.html" for slug in classroom.bundles("cases")}
    assert links == expected
    assert window.page.locator("#search-browse").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_is_typed_stays_text(searching, language):
    window = searching(language).open()
    for query in ["<img src=x onerror=alert(1)>", "\"'</script><b>", "__proto__", "constructor hasOwnProperty", "!!! %%%", "\\u0000 $& {}", "😀"]:
        window.open(query=query)
        expect(window.count).not_to_have_text("")
        assert window.page.locator("main img, main b, main script").count() == 0
        assert window.box.input_value() == query
    assert_none(window.window.complaints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_when_the_index_cannot_be_loaded_the_page_says_so_and_tries_again(searching, language):
    window = searching(language)
    window.page.route("**/assets/search/**", lambda route: route.abort())
    window.open(query="110")
    expect(window.count).to_have_text(window.words["search_failed"])
    expect(window.page.locator("#search-browse")).to_be_visible()
    window.page.unroute("**/assets/search/**")
    window.box.press("Enter")
    expect(window.results.first).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_in_results_and_no_page_is_too_wide(searching, language):
    problems = []
    for query in ({"zh": "银行", "en": "bank"}[language], "xyzzy"):
        window = searching(language, reduced_motion="reduce", bypass_csp=True).open(query=query)
        expect(window.count).not_to_have_text("")
        window.page.evaluate(AXE_SCRIPT)
        for width in (320, 1280):
            window.page.set_viewport_size({"width": width, "height": 800})
            problems += too_wide(window.page)
            for scheme in ("light", "dark"):
                window.page.emulate_media(color_scheme=scheme)
                window.page.evaluate("() => document.getAnimations().forEach(animation => animation.cancel())")
                results = window.page.evaluate("() => axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})")
                problems += [f"{query}, {width} px, {scheme}: {one['id']} {one['nodes'][0]['html'][:120]}" for one in results["violations"]]
    assert_none(problems)


# Weight


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_box_in_the_header_adds_less_than_half_a_kilobyte_to_a_page(classroom, language):
    page = classroom.text(classroom.pages_of("lesson", language)[0].path)
    without = re.sub(r'<form class="find".*?</form>\n', "", page)
    assert without != page and "search.js" not in page and "search.css" not in page
    assert len(gzip.compress(page.encode())) - len(gzip.compress(without.encode())) < 512
