"""The pages are tested on the scene that the house is tested on."""

from tests.house.conftest import enter, scene

__all__ = ["enter", "scene"]
