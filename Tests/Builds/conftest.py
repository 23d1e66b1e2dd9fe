from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--program", default=PROJECT / ".build/release/microclass", type=Path, help="the built program")
