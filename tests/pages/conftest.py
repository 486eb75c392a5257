"""The pages are tested on the scene that the house is tested on."""

from tests.house.conftest import played, scene

__all__ = ["played", "scene"]
