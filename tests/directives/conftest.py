"""Fixtures of the first room: the hall's clock."""

from tests.matters.conftest import friday

__all__ = ["friday"]
