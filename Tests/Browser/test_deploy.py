"""The files in `deploy/`: Debian's nginx with them, at the top of a host and under a path."""

import gzip
import http.client
import re
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from building import Builder
from classroom import PROJECT
from hosting import policy
from reading import reading

DEPLOY = PROJECT / "deploy"
NGINX = next((str(path) for path in (PROJECT / ".testdata/nginx/usr/sbin/nginx", Path("/usr/sbin/nginx")) if path.is_file()), "")
BROTLI = next((path for path in (PROJECT / ".testdata/nginx", Path("/")) if (path / "usr/lib/nginx/modules/ngx_http_brotli_static_module.so").is_file()), None)
PORT = {"top": 18931, "path": 18932}


@pytest.fixture(scope="module")
def public(request, tmp_path_factory) -> Path:
    """The site with compressed companions."""
    program = request.config.getoption("--program")
    if not program.is_file():
        pytest.exit(f"{program} is not there. Run `make build` first.", 2)
    return Builder(tmp_path_factory.mktemp("deploy"), program).build("classroom", "--precompress")


@contextmanager
def nginx(folder: Path, config: str, port: int, root: Path, with_brotli: bool):
    """Runs nginx with a file of `deploy/nginx`, changed only where its comments say so."""
    etc = folder / "etc"
    shutil.copytree(DEPLOY / "nginx", etc / "microclass")
    if with_brotli:
        (etc / "microclass/brotli.conf.off").rename(etc / "microclass/brotli.conf")
    text = (DEPLOY / "nginx" / config).read_text("utf-8")
    text = re.sub(r"listen \[::\]:80;\n", "", text).replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = re.sub(r"(?m)^  root [^;]+;", f"  root {root};", text)
    (etc / "site.conf").write_text(text, "utf-8")
    module = f"load_module {BROTLI}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;" if with_brotli else ""
    types = next(path for path in (PROJECT / ".testdata/nginx/etc/nginx/mime.types", Path("/etc/nginx/mime.types")) if path.is_file())
    (etc / "nginx.conf").write_text(
        f"""{module} daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; events {{}}
        http {{ include {types}; default_type application/octet-stream; access_log off; client_body_temp_path {folder}/a;
        proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
        include {etc}/site.conf; }}""", "utf-8")  # fmt: skip
    process = subprocess.Popen([NGINX, "-c", etc / "nginx.conf", "-p", etc], stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(100):
            try:
                http.client.HTTPConnection("127.0.0.1", port).connect()
                break
            except OSError:
                assert process.poll() is None, process.stderr.read()
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module", params=["top", "path"])
def host(request, public, tmp_path_factory):
    """A host with the site at its top, and one with it under a path: the port, and what its addresses begin with."""
    assert NGINX, "nginx is not there; `make test-browser` fetches it"
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    is_top = request.param == "top"
    config = "microclass.conf" if is_top else "microclass-under-a-path.conf"
    # nginx's worker reads as another user.
    for parent in (public, public.parent, *public.parents[1:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    with nginx(folder, config, PORT[request.param], public if is_top else public.parent, bool(BROTLI)):
        yield PORT[request.param], "/" if is_top else "/classroom/"


def get(host, path: str, **headers: str):
    port, prefix = host
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", (prefix if not path.startswith("/") else "") + path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def asset(public: Path, ending: str) -> str:
    return next(path.relative_to(public).as_posix() for path in sorted((public / "assets").glob(f"*.{ending}")))


def test_pages_are_sent_and_asked_for_anew(host, public):
    for path in ("", "zh/", "zh/index.html", "en/lessons/fake-police.html", "sw.js", "robots.txt", "zh/app.webmanifest"):
        status, headers, body = get(host, path)
        assert status == 200 and headers["cache-control"] == "no-cache" and headers["etag"], path
        file = public / (path + "index.html" if path == "" or path.endswith("/") else path)
        assert body == file.read_bytes(), path
        status, again, _ = get(host, path, **{"If-None-Match": headers["etag"]})
        assert status == 304, path


def test_files_with_a_digest_in_their_name_are_kept_for_a_year(host, public):
    for ending in ("css", "js", "svg"):
        _, headers, _ = get(host, asset(public, ending))
        assert headers["cache-control"] == "public, max-age=31536000, immutable", ending
    _, headers, _ = get(host, "assets/not-there.0123456789abcdef.css")
    assert "immutable" not in headers.get("cache-control", "")


def test_every_answer_has_the_security_headers(host, public, classroom):
    for path in ("zh/index.html", asset(public, "css"), asset(public, "svg"), "not/there.html", "zh/app.webmanifest", "sw.js"):
        _, headers, _ = get(host, path)
        assert headers["content-security-policy"] == policy(classroom.folder), path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path
        assert "camera=()" in headers["permissions-policy"], path
        assert headers["server"] == "nginx", "the version is told"


def test_what_is_not_there_is_answered_with_the_sites_own_page(host, public):
    status, headers, body = get(host, "zh/lessons/not-there.html")
    assert status == 404 and headers["content-type"].startswith("text/html")
    assert body == (public / "404.html").read_bytes()


def test_hidden_files_are_not_sent(host, public):
    assert (public / ".microclass").is_file()
    status, _, body = get(host, ".microclass")
    assert status == 404 and b"index.html" not in body.split(b"\n")


def test_a_folder_without_its_slash_leads_to_its_page_under_any_name(host):
    status, headers, _ = get(host, "zh")
    assert status == 301 and headers["location"] == host[1] + "zh/"


def test_texts_are_sent_compressed(host, public):
    _, headers, body = get(host, "zh/index.html", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip" and "accept-encoding" in headers["vary"].lower()
    assert body == (public / "zh/index.html.gz").read_bytes(), "not the file that was compressed with the site"
    for path in (asset(public, "js"), asset(public, "svg"), "zh/feed.xml", "offline/zh-impersonation.json", "zh/app.webmanifest"):
        if (public / path).stat().st_size < 400:
            continue
        _, headers, body = get(host, path, **{"Accept-Encoding": "gzip"})
        assert headers.get("content-encoding") == "gzip", path
        assert gzip.decompress(body) == (public / path).read_bytes(), path


def test_with_debians_module_brotli_is_sent_to_those_who_read_it(host, public):
    if not BROTLI:
        pytest.skip("libnginx-mod-http-brotli-static is not there")
    _, headers, body = get(host, "zh/index.html", **{"Accept-Encoding": "gzip, br"})
    assert headers["content-encoding"] == "br" and body == (public / "zh/index.html.br").read_bytes()


def test_kinds_of_files_are_named(host, public):
    kinds = {
        "zh/index.html": "text/html; charset=utf-8", "sw.js": "application/javascript; charset=utf-8",
        asset(public, "css"): "text/css; charset=utf-8", asset(public, "svg"): "image/svg+xml",
        "zh/app.webmanifest": "application/manifest+json", "editions.csv": None, "zh/feed.xml": "text/xml; charset=utf-8",
    }  # fmt: skip
    for path, kind in kinds.items():
        if kind:
            assert get(host, path)[1]["content-type"] == kind, path


def test_pages_run_there_without_a_complaint_and_the_worker_comes(host, browser):
    port, prefix = host
    with reading(browser, locale="fr-FR") as window:
        for path in ("zh/lessons/fake-police.html", "en/topics/impersonation.html", "en/print.html"):
            window.page.goto(f"http://127.0.0.1:{port}{prefix}{path}")
            scope = window.page.evaluate("() => navigator.serviceWorker.ready.then(one => one.scope)")
            assert scope == f"http://127.0.0.1:{port}{prefix}"
        assert window.complaints == []


def test_the_headers_of_all_hosts_carry_the_pages_policy(classroom, tmp_path):
    for name in ("nginx/headers.conf", "_headers", "htaccess"):
        assert policy(classroom.folder) in (DEPLOY / name).read_text("utf-8"), f"run deploy/update-policy: {name}"


def test_a_changed_policy_is_written_into_all_headers(tmp_path):
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    (tmp_path / "public").mkdir()
    new = "default-src 'self'; script-src 'self' 'sha256-a/b+c='; object-src 'none'"
    (tmp_path / "public/index.html").write_text(f'<meta http-equiv="Content-Security-Policy" content="{new}">\n', "utf-8")
    subprocess.run([tmp_path / "deploy/update-policy", tmp_path / "public"], check=True)
    for name in ("nginx/headers.conf", "_headers", "htaccess"):
        old_text, text = (DEPLOY / name).read_text("utf-8"), (tmp_path / "deploy" / name).read_text("utf-8")
        assert f"{new}; frame-ancestors 'self'" in text and text.count("\n") == old_text.count("\n"), name
