"""The faces of the press, for the booklet."""

from tests.leading.conftest import faces  # noqa: F401
