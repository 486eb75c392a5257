"""From outside: TLS through the real nginx to the real gunicorn, and nothing else."""

import ssl

import pytest

from tests.production.proxy import HOST

pytestmark = pytest.mark.slow
MEBIBYTE = 1024 * 1024
INSIDE = ["/healthz", "/metrics", "//healthz", "/%68ealthz", "/./metrics", "/x/../metrics", "/healthz?a=1"]


def test_nginx_finds_no_fault_with_the_configuration(stack):
    stack.run("proxy", "nginx", "-t", "-e", "stderr", "-c", str(stack.folder / "nginx.conf"))


def test_the_login_page_comes_over_tls_with_its_guards(visitor):
    page = visitor.ask("/login/")
    assert page.status == 200
    assert "登录" in page.words
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["Server"] == "nginx"
    cookies = page.headers.get_all("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


def test_plain_http_is_led_to_https_and_told_nothing_else(visitor):
    answer = visitor.ask("/directives/?q=1", door="http")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/directives/?q=1")


def test_static_files_come_compressed_and_may_be_kept_for_ever(visitor):
    sheet = next(word for word in visitor.ask("/login/").words.split('"') if word.endswith(".css"))
    answer = visitor.ask(sheet)
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", INSIDE)
def test_what_is_for_monitoring_is_not_found_from_outside(visitor, path):
    assert visitor.ask(path).status == 404


def test_the_monitoring_door_leads_nowhere_else(visitor):
    assert visitor.ask("/healthz", door="monitor").status == 200
    assert visitor.ask("/login/", door="monitor").status == 404


def test_another_host_name_is_refused(visitor):
    assert visitor.ask("/login/", Host="evil.example").status == 400


@pytest.mark.filterwarnings("ignore:.*TLSv1:DeprecationWarning")
def test_outdated_tls_is_refused(visitor):
    """Asked with our own guard lowered, so that the refusal is the server's."""
    visitor.trust.set_ciphers("DEFAULT@SECLEVEL=0")
    visitor.trust.minimum_version = ssl.TLSVersion.TLSv1
    visitor.trust.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(ssl.SSLError, match="PROTOCOL_VERSION"):
        visitor.ask("/login/")


def test_more_than_forty_megabytes_are_refused_in_words(visitor):
    answer = visitor.ask("/login/", "POST", b"x" * (40 * MEBIBYTE + 1), Content_Type="text/plain")
    assert answer.status == 413
    assert "合计不能超过 40 MB" in answer.words


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=b", "text/plain; charset=gbk"])
def test_a_large_letter_that_is_refused_unread_is_still_answered(visitor, kind):
    """By the application in its own words, for want of a token or for its charset, ten times of ten."""
    for _ in range(10):
        answer = visitor.ask("/login/", "POST", b"x" * (30 * MEBIBYTE), Content_Type=kind)
        assert answer.status in (400, 403)


def test_wrong_passwords_lock_the_address_they_came_from_and_a_forged_header_does_not_change_it(
    stack, visitor
):
    for turn in range(5):
        visitor.log_in("somebody", "wrong", X_Forwarded_For=f"203.0.113.{turn}")
    assert visitor.log_in("somebody", "wrong").status == 429
    asked = (
        "from axes.models import AccessAttempt as A; print(*A.objects.values_list('ip_address', flat=True))"
    )
    assert stack.run("web", "python", "manage.py", "shell", "--no-imports", "-c", asked).split() == [
        "127.0.0.1"
    ]


def test_while_the_web_is_away_the_visitor_is_told_when_to_come_back(stack, visitor):
    with stack.away("web"):
        answer = visitor.ask("/login/")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
        assert "系统正在维护" in answer.words
        assert not stack.well("proxy")
    assert '"path":"/login/","status":503' in stack.log("proxy")
    assert stack.soon_well("proxy")


def test_the_proxy_keeps_no_record_of_what_people_search_for(stack, visitor):
    visitor.ask("/login/?next=/search/%3Fq%3Dunmistakable")
    assert "unmistakable" not in stack.log("proxy")
    assert "unmistakable" not in stack.log("web")


def test_the_metrics_are_read_at_the_monitoring_door_with_the_token_only(stack, visitor):
    token = (stack.folder / "secrets" / "metrics-token").read_text()
    assert visitor.ask("/metrics", door="monitor").status in (401, 403, 404)
    answer = visitor.ask("/metrics", door="monitor", Authorization=f"Bearer {token}")
    assert answer.status == 200
    assert "bureau_" in answer.words


def test_a_request_has_the_number_that_the_proxy_gave_it(stack, visitor):
    number = visitor.ask("/login/", X_Request_ID="0" * 32).headers["X-Request-ID"]
    assert number != "0" * 32
    assert number in stack.log("web")
