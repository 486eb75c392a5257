"""Before any view: the pulse answers before anything else; a password somebody else has chosen opens nothing."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.utils import timezone

from bureau.org.health import healthz

SEEN, BEGAN = "seen", "began"
ALWAYS_OPEN = {"password_change", "logout"}


class Pulse:
    """Answers `/healthz` before sessions and redirects: a monitor's cookie must not need the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return healthz(request) if request.path == "/healthz" else self.get_response(request)


class NothingStays:
    """Pages and files stay in no browser's store: on a shared machine the next one would find them there."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class OneDay:
    """A login lasts a day at most, however much one clicks. Stands before whoever keeps what a post of nobody's holds: what is typed
    when the day ends is not lost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True):
            return
        began = request.session.get(BEGAN)
        if began is not None and timezone.now().timestamp() - began > settings.SESSION_LASTS:
            logout(request)
            messages.info(request, "登录已满一天，请重新登录。")


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


class PasswordMustChange:
    """Leads a person whose password was set by the administrator to the change of password."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True) or request.resolver_match.view_name in ALWAYS_OPEN:
            return None
        if request.user.is_authenticated and request.user.must_change_password:
            messages.warning(request, "现在的密码是管理员设置的，请先改成只有您自己知道的密码。")
            return redirect("password_change")
        return None
