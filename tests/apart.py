"""Several test processes at once: each rings through a Redis database of its own, and has a PostgreSQL database of its
own, a copy of what one of them migrated. A module stays in one of them: what its tests share is made once.

Named to pytest with `-p`, so that it is read before the settings are.
"""

import os
import re

import pytest
from xdist.scheduler import LoadScopeScheduling

if worker := os.environ.get("PYTEST_XDIST_WORKER"):  # gw0, gw1, …
    server = re.sub(r"/\d*$", "", os.environ["REDIS_URL"])
    os.environ["REDIS_URL"] = f"{server}/{int(worker.removeprefix('gw')) + 1}"
TEMPLATE = f"test_template_{os.getpid()}"  # named by the process that gives out the tests


class ByModule(LoadScopeScheduling):
    """Modules are given out one by one, in the order of the tests; those for which the services of production are started
    count as one."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return "tests/production" if module.startswith("tests/production/") else module


def pytest_xdist_make_scheduler(config, log) -> ByModule:
    config.option.loadscopereorder = False
    return ByModule(config, log)


def pytest_configure_node(node) -> None:
    node.workerinput["template"] = TEMPLATE


def pytest_unconfigure(config) -> None:
    if config.getoption("numprocesses", None):
        from tests import template

        template.drop(TEMPLATE)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items) -> None:
    """Modules that are slow as a whole come first: towards the end there are small things to share out."""
    items.sort(
        key=lambda item: all(mark.name != "slow" for mark in item.getparent(pytest.Module).own_markers)
    )
