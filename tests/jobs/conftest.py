"""Jobs of a few kinds, made for the tests; the bell is silent unless a test rings it."""

import pytest

from bureau.jobs import doing, tasks


@pytest.fixture(autouse=True)
def silent(monkeypatch):
    """What the bell was rung for."""
    rung = []
    monkeypatch.setattr(tasks.run, "delay", rung.append)
    return rung


@pytest.fixture
def handler(monkeypatch):
    """Register a handler for the length of a test: `handler("test.kind", function)`."""
    return lambda kind, function: monkeypatch.setitem(doing.WORK, kind, function)
