"""Whatever is sent to whatever address is answered as its description says, and never by an error of the server."""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import (
    CHECKS,
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

from bureau.interface import api
from bureau.interface.open_to import open_rooms
from bureau.wsgi import application

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SCHEMA = schemathesis.openapi.from_dict(api.schema())
SCHEMA.app = application
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
ASKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 12  # of what fits the description, and of what does not


def test_every_address_is_tried():
    declared = {one.pattern.regex.pattern for one in api.patterns()}
    assert len(declared) == len(OPERATIONS)
    assert {check.__name__ for check in ASKED} <= {check.__name__ for check in CHECKS.get_all()}


@pytest.fixture(autouse=True)
def one_connection():
    """Each request begins and ends inside the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def full(county, machine):
    """A client that may do all, with something behind each address; whose person sits at every desk."""
    county.cause()
    county.directive("running", to=[county.water, county.roads])
    county.complaint("running")
    return machine(county.director)


@pytest.mark.parametrize("label", OPERATIONS)
def test_nothing_that_is_sent_breaks_it(full, label):
    operation, answered = OPERATIONS[label], Counter()
    ways = [
        operation.as_strategy(generation_mode=mode)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    ]

    @settings(
        max_examples=2 * EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.one_of(ways))
    def sent(case):
        answer = case.call(headers=full.headers | {"accept-encoding": "identity"})
        answered[answer.status_code] += 1
        case.validate_response(answer, checks=ASKED)

    sent()
    assert answered.total() >= EXAMPLES
    assert set(answered) <= {200, 400, 404, 409, 422}


@pytest.mark.parametrize("kind", [room.kind for room in open_rooms()])
def test_no_value_of_any_condition_breaks_a_ledger(full, kind):
    heads = full.get("ledgers").json()
    names = [one["key"] for head in heads if head["kind"] == kind for one in head["conditions"]]

    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
    @given(asked=st.dictionaries(st.sampled_from(names), st.text(max_size=12), min_size=1, max_size=4))
    def sent(asked):
        assert full.get(f"ledgers/{kind}", **asked).status_code in (200, 422)

    sent()
