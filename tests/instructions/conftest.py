"""A browser for whoever logs in, and the faces that papers are set with."""

from tests.house.conftest import enter  # noqa: F401 a browser for whoever logs in
from tests.reports.conftest import faces, press_with_faces  # noqa: F401 - what papers are set with
