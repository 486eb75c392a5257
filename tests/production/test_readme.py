"""The README's table of variables is the whole table."""

import re

from tests.production.composed import TOP

ASKED = re.compile(r"""(?:env(?:\.\w+)?|secret)\(\s*"([A-Z_]+)\"""")
README = (TOP / "README.md").read_text()


def test_every_variable_that_the_settings_read_is_explained():
    asked = set(ASKED.findall((TOP / "bureau" / "settings.py").read_text()))
    explained = set(re.findall(r"`([A-Z_]+)`", README))
    assert len(asked) > 15
    assert asked - explained == set()


def test_every_variable_of_the_compose_file_is_explained():
    asked = set(re.findall(r"\$\{([A-Z_]+)", (TOP / "docker-compose.yml").read_text()))
    assert asked - set(re.findall(r"`([A-Z_]+)`", README)) == set()


def test_every_image_is_named_for_whoever_must_carry_them():
    images = set(re.findall(r"^\s+image: (\S+)", (TOP / "docker-compose.yml").read_text(), re.MULTILINE))
    assert all(image in README for image in images)
