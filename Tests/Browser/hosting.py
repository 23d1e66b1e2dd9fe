"""A host for the built site: plain files under a path, with the content security policy that the site promises to keep."""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

UNDER = "/some/path/"


@cache
def policy(folder: Path) -> str:
    """What a built site's pages say in their heads, and what only a host can say."""
    said = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', (folder / "index.html").read_text("utf-8"))
    assert said, "index.html has no content security policy"
    return said[1] + "; frame-ancestors 'self'"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_one_request(self) -> None:
        if self.server.is_cut:
            self.close_connection = True
            return
        super().handle_one_request()

    def do_GET(self) -> None:
        if self.server.is_cut:
            self.close_connection = True
            return
        if self.server.trouble:
            self.send_error(self.server.trouble)
            return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(UNDER) if path.startswith(UNDER) else "outside/of/the/site"
        self.directory = str(self.server.folder)
        return super().translate_path("/" + below)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy(self.server.folder))
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


class Host(ThreadingHTTPServer):
    """A host whose line can be cut (`is_cut`), that can be in trouble (an HTTP status), and whose site can be replaced."""

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.is_cut = False
        self.trouble: int | None = None

    @property
    def address(self) -> str:
        """The address of the site's root."""
        return f"http://127.0.0.1:{self.server_port}{UNDER}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of readers who left before all was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def on_line(folder: Path):
    """Serves a folder on a free port of this machine; gives the host."""
    server = Host(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def hosting(folder: Path):
    """Serves a folder on a free port of this machine; gives the address of its root."""
    with on_line(folder) as server:
        yield server.address
