"""A browser for whoever logs in, and the faces that papers are set with."""

from tests.reports.conftest import faces, press_with_faces  # noqa: F401 - what papers are set with
