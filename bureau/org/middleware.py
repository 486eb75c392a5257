"""Before any view: the pulse answers before anything else; a login that ended, or still owes something, opens nothing."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from bureau.org import whence
from bureau.org.health import healthz
from bureau.org.logins import ASKED, BEGAN, FACTOR, SEEN, TO_ENROL, why_over
from bureau.org.passwords import is_old

SECOND = "second_factor"


class Pulse:
    """Answers `/healthz` before sessions and redirects: a monitor's cookie must not need the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return healthz(request) if request.path == "/healthz" else self.get_response(request)


class Whence:
    """Lines that are written meanwhile say from where."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = whence.current.set(request)
        try:
            return self.get_response(request)
        finally:
            whence.current.reset(token)


class NothingStays:
    """Pages and files stay in no browser's store: on a shared machine the next one would find them there."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class LoginsEnd:
    """A login lasts a day at most, however much one clicks, and for the time without a click that its posts allow. Stands before
    whoever keeps what a post of nobody's holds: what is typed when it ends is not lost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if getattr(view, "login_required", True) and (words := why_over(request.session)):
            logout(request)
            messages.info(request, words)


class StillHere:
    """A login lasts from the last click: written down once a minute, not with every page; and since when."""

    EVERY = 60  # seconds

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True):
            return
        now = int(timezone.now().timestamp())
        if request.user.is_authenticated and not 0 <= now - request.session.get(SEEN, 0) < self.EVERY:
            request.session[SEEN] = now
            request.session.setdefault(BEGAN, now)


class FirstThingsFirst:
    """Leads a person to what their login still owes, one after the other: the second factor; a password of their own, and no old one;
    to enrol a second factor where their post must have one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return None
        name, words = owed(request)
        if not name or request.resolver_match.view_name in (name, "logout"):
            return None
        if words:
            messages.warning(request, words)
        asked = f"?{urlencode({'next': request.get_full_path()})}" if name == SECOND else ""
        return redirect(reverse(name) + asked)


def owed(request) -> tuple[str, str]:
    """The page that comes first and why; nothing where nothing is owed."""
    factor, person = request.session.get(FACTOR), request.user
    if factor == ASKED:
        return SECOND, ""
    if person.must_change_password:
        return "password_change", "现在的密码是管理员设置的，请先改成只有您自己知道的密码。"
    if is_old(person):
        return "password_change", f"密码已用满{settings.PASSWORDS['days']}天，请先换一个。"
    if factor == TO_ENROL:
        return "enrol", "您的岗位须两步验证，请先在手机上启用。"
    return "", ""
