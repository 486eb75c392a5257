"""Fixtures of the ground."""

import pytest
from django.test import Client

from bureau.org.posts import Post
from tests.org.people import person


@pytest.fixture
def keeper(db):
    """The 系统管理员."""
    return person("keeper", Post.SYSTEM)


@pytest.fixture
def guard(db):
    """The 安全管理员's browser."""
    browser = Client()
    browser.force_login(person("guard", Post.SECURITY))
    return browser


@pytest.fixture
def office(client, keeper):
    """The administration, open in the keeper's browser."""
    client.force_login(keeper)
    return client
