"""Real servers in a folder of the test, stopped afterwards."""

import pytest

from bureau.setup.postgres import Postgres


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One server for all the questions that change nothing."""
    folder = tmp_path_factory.mktemp("postgres")
    server = Postgres(folder, folder / "log", throwaway=True)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def postgres(tmp_path):
    """A function giving a fresh `Postgres` on the same folder each time."""
    made = []

    def make() -> Postgres:
        made.append(Postgres(tmp_path / "postgres", tmp_path / "postgres.log", throwaway=True))
        return made[-1]

    yield make
    for server in made:
        server.stop()
