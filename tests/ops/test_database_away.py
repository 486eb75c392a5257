"""While the database is away the house says so and asks to come again; it does not call that a fault of its own."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.test import Client
from django.urls import path

from bureau import urls

pytestmark = pytest.mark.django_db


@login_not_required
def loses_the_database(request):
    """On a connection of its own, which the server ends as it does when it is shut down."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


urlpatterns = [*urls.urlpatterns, path("loses/", loses_the_database, name="loses")]
handler500 = urls.handler500


@pytest.mark.urls(__name__)
def test_who_asks_while_the_database_is_away_is_told_to_come_again():
    answer = Client(raise_request_exception=False).get("/loses/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    page = answer.content.decode()
    assert "正在恢复" in page
    assert answer["X-Request-ID"] in page
