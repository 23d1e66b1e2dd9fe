"""The files that the tests look at.

`samples` is a folder with PDFs that the Swift tests make (`Tests/PDFTests/SampleFiles.swift`). Whoever has such a
folder already names it in PDF_SAMPLES.
"""

import os
import subprocess
from pathlib import Path

import pytest

# The site and its sheets, for the tests of what the program has printed.
pytest_plugins = ["printed_site"]

PROJECT = Path(__file__).resolve().parents[2]
FONTS = PROJECT / "templates/print/fonts"


def make_samples(folder, test, **environment):
    """Runs a test of `SampleFiles`, which writes into the folder."""
    run = subprocess.run(
        ["swift", "test", "--disable-xctest", "--filter", f"SampleFiles/{test}"],
        cwd=PROJECT, env={**os.environ, "PDF_SAMPLES": str(folder), **environment}, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    if "PDF_SAMPLES" in os.environ:
        return Path(os.environ["PDF_SAMPLES"])
    folder = tmp_path_factory.mktemp("samples")
    make_samples(folder, "leaflets")
    return folder
