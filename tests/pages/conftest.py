"""The pages are tested on the scene that the house is tested on."""

from tests.house.conftest import enter, played, scene

__all__ = ["enter", "played", "scene"]
