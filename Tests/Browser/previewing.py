"""The live preview of a copy of the project, started and ended for a test."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from building import TODAY
from classroom import PROJECT

# What the preview adds to every page on its way to the browser.
ADDED = b'<script src="/.microclass/preview.js" defer></script>\n'


def copy_of_the_project(folder: Path, paper: bool = False) -> Path:
    """A copy in which files can be changed; without the paper formats, unless they are wanted."""
    leave_out = None if paper else shutil.ignore_patterns("print")
    shutil.copytree(PROJECT / "content", folder / "content")
    shutil.copytree(PROJECT / "templates", folder / "templates", ignore=leave_out)
    return folder


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Preview:
    """A running preview of a project's folder."""

    def __init__(self, program: Path, root: Path, *more: str, port: int | None = None):
        self.root, self.port = root, port or free_port()
        self.log = root / "preview.log"
        arguments = ["serve", "--root", root, "--port", self.port, "--today", TODAY, *more]
        # Tests that run in the background inherit that Ctrl-C is ignored; whoever sits before a preview has it work.
        self.process = subprocess.Popen(
            [program, *map(str, arguments)], stdout=self.log.open("w"), stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return self.log.read_text("utf-8")

    @property
    def runs(self) -> int:
        """How often the content was read."""
        return self.said.count("用时")

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body, without what the preview adds."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return answer.status, answer.read().replace(ADDED, b"")
        except urllib.error.HTTPError as error:
            return error.code, error.read().replace(ADDED, b"")

    def news(self, path: str = "", seen: str = "") -> dict:
        """What the preview tells a browser that shows a page."""
        return json.loads(self.get(f".microclass/news?seen={seen}&page=/{path}")[1])

    def until(self, condition, seconds: float = 90) -> None:
        """Waits until something is so."""
        end = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, f"the preview has ended:\n{self.said}"
            assert time.monotonic() < end, f"waited {seconds} s in vain; the terminal says:\n{self.said[-3000:]}"
            time.sleep(0.02)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces the first of a text in a file."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{path} has no “{old}”"
        file.write_text(text.replace(old, new, 1), "utf-8")

    def end(self) -> float:
        """Presses Ctrl-C; says how many seconds it took to end."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
        return time.monotonic() - start


@contextmanager
def previewing(program: Path, root: Path, *more: str, **options):
    """Starts a preview and waits until it shows the site."""
    preview = Preview(program, root, *more, **options)
    try:
        preview.until(lambda: preview.runs > 0 or "错误：" in preview.said)
        yield preview
    finally:
        preview.process.kill()
        preview.process.wait()
