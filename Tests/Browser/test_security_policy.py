"""The content security policy that every page carries: it lets the site's own files in, and nothing else."""

import base64
import hashlib
import re

import pytest

from classroom import KINDS, assert_none
from reading import address_of, host_at_base_url

HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")

# What a page could be made to do if a text found its way into it unescaped.
TRIALS = """() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = 1';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src=nothing onerror="window.intruder = 2"><a id=trial href="javascript:window.intruder = 3">x</a>'
        + '<p id=styled style="color: rgb(1, 2, 3)">x</p>';
    document.body.append(image);
    document.getElementById('trial').click();
    return new Promise(done => setTimeout(() => done([window.intruder || 0,
        getComputedStyle(document.getElementById('styled')).color]), 100));
}"""


def policies(tree):
    return tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")


def test_every_page_carries_the_same_policy_before_anything_that_it_loads(classroom):
    problems, found = [], set()
    for page in classroom.pages:
        tree = classroom.tree(page.path)
        [policy] = policies(tree) or [""]
        found.add(policy)
        first = tree.xpath("(//head/*[self::meta[@http-equiv] or self::link or self::script])[1]")[0]
        if first.get("http-equiv") != "Content-Security-Policy":
            problems.append(f"{page}: <{first.tag}> stands before the policy")
    assert_none(problems)
    [policy] = found
    assert HASH.sub("'HASH'", policy) in (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
        "default-src 'self'; script-src 'self' 'HASH'; object-src 'none'; base-uri 'none'; form-action 'self'",
    )


def test_no_page_has_a_script_or_a_style_of_its_own_that_the_policy_does_not_name(classroom):
    problems = []
    for page in classroom.pages:
        tree = classroom.tree(page.path)
        [policy] = policies(tree)
        for script in tree.xpath("//script[not(@src)][not(@type='application/ld+json')]"):
            digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in policy:
                problems.append(f"{page}: a script that the policy does not name: {script.text[:60]}")
        problems += [f"{page}: <style>" for _ in tree.xpath("//style")]
        problems += [f"{page}: style=“{value}”" for value in tree.xpath("//@style")]
        problems += [f"{page}: {value.attrname}=“{value}”" for value in tree.xpath("//@*[starts-with(name(), 'on')]")]
    assert_none(problems)


@pytest.mark.parametrize("place", ["host", "folder"])
def test_what_finds_its_way_into_a_page_does_not_run(classroom, host, file_address, open_window, place):
    """On a host and from a folder: scripts and styles put into a page of every kind do nothing."""
    problems = []
    with open_window() as window:
        host_at_base_url(window.page, classroom)
        for sample in [sample for kind in KINDS for sample in classroom.samples(kind)]:
            window.page.goto(address_of(sample, classroom, host if place == "host" else file_address))
            intruder, colour = window.page.evaluate(TRIALS)
            if intruder:
                problems.append(f"{sample}: trial {intruder} ran")
            if colour == "rgb(1, 2, 3)":
                problems.append(f"{sample}: a style in an attribute was used")
        heard = [complaint for complaint in window.complaints if "Content Security Policy" in complaint]
        assert heard, "the browser said nothing of what it refused"
    assert_none(problems)
