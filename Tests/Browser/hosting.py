"""A host for the built site: plain files under a path, with the content security policy that the site promises to keep."""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

UNDER = "/some/path/"


def policy(folder: Path) -> str:
    """What a built site's pages say in their heads, and what only a host can say."""
    said = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', (folder / "index.html").read_text("utf-8"))
    assert said, "index.html has no content security policy"
    return said[1] + "; frame-ancestors 'self'"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(UNDER) if path.startswith(UNDER) else "outside/of/the/site"
        return super().translate_path("/" + below)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.server.policy)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


class _Host(ThreadingHTTPServer):
    daemon_threads = True
    policy = ""

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of readers who left before all was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def hosting(folder: Path):
    """Serves a folder on a free port of this machine; gives the address of its root."""
    server = _Host(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    server.policy = policy(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{UNDER}"
    finally:
        server.shutdown()
        server.server_close()
