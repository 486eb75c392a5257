"""Clients of the interface: asked for by one administrator, confirmed by the other."""

import pytest

from tests.interface.clients import Machine, confirmed


@pytest.fixture
def machine(county):
    """A machine that asks in the name of somebody: `machine(county.officer, "ledgers")`."""

    def made(person, *scopes, **words) -> Machine:
        handed = confirmed(county, person, *scopes, **words)
        return Machine(handed.client, handed.token, handed.secret)

    return made
