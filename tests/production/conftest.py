"""The services of docker-compose.yml, started natively by their own commands against real servers."""

import pytest

from tests.production import composed
from tests.production.proxy import Visitor
from tests.production.stack import Stack


@pytest.fixture(scope="session")
def project(tmp_path_factory) -> dict:
    return composed.read(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def stack(project, tmp_path_factory):
    """Everything but the containers: database, Redis, web, workers, beat and the TLS proxy."""
    built = Stack(project["services"], tmp_path_factory.mktemp("stack"))
    try:
        built.start()
        yield built
    finally:
        built.stop()


@pytest.fixture
def visitor(stack) -> Visitor:
    assert stack.soon_well("web")
    assert stack.soon_well("proxy")
    return Visitor(stack.folder, stack.ports)
