"""A password somebody else has chosen opens nothing but the page to change it."""

from django.contrib import messages
from django.shortcuts import redirect

ALWAYS_OPEN = {"password_change", "logout"}


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
