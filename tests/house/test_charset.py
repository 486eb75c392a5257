"""Requests in strange charsets are turned away at the door, before Django would decode them."""

import io

import pytest

from bureau import wsgi


@pytest.fixture(autouse=True)
def house(monkeypatch):
    """Behind the door somebody who only says that the request came through."""
    monkeypatch.setattr(wsgi, "house", lambda environ, start: start("200 OK", []) or [])


def status_of(content_type: str) -> str:
    said = []
    environ = {"CONTENT_TYPE": content_type, "wsgi.input": io.BytesIO(b"a=1")}
    wsgi.application(environ, lambda status, headers: said.append(status))
    return said[0]


@pytest.mark.parametrize("charset", ["rot13", "hex", "unicode_escape", "'base64'", "utf-7", "gbk"])
def test_another_charset_is_refused(charset):
    assert status_of(f"application/x-www-form-urlencoded; charset={charset}").startswith("400")


@pytest.mark.parametrize("charset", ["utf-8", " UTF-8", '"utf-8"', "utf8"])
def test_utf_8_is_let_in(charset):
    assert status_of(f"application/x-www-form-urlencoded; charset={charset}").startswith("200")


def test_no_charset_is_let_in():
    assert status_of("application/x-www-form-urlencoded").startswith("200")
