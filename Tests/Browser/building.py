"""Copies of the project that a test may change and build."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from classroom import PROJECT

TODAY = "2026-11-22"


def _paper_formats(folder: str, names: list[str]) -> list[str]:
    """Leaves the paper formats out, because printing takes long and is tested elsewhere."""
    return [name for name in names if Path(folder).name == "print" and name.endswith(".yaml")]


class Builder:
    """A copy of the project in which a lesson can be changed."""

    def __init__(self, folder: Path, program: Path):
        self.folder, self.program = folder, program
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, folder / name, ignore=_paper_formats)

    def build(self, name: str, *more: str) -> Path:
        output = self.folder / name
        arguments = ["build", "--root", str(self.folder), "--output", str(output), "--quiet", "--today", TODAY, *more]
        subprocess.run([self.program, *arguments], check=True, capture_output=True)
        return output
