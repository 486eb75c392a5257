"""Who finds a browser open guesses a few times, and is logged out."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect

from bureau.org.noting import Kind, tell

WRONG, MOST = "wrong", 5


class Guessed:
    """A form in whose `guessed` field one may be wrong a few times; counted in the session, over all pages."""

    http_method_names = ["get", "head", "options", "post"]
    guessed = "password"

    def form_invalid(self, form):
        if self.guessed not in form.errors or not form.data.get(self.guessed):
            return super().form_invalid(form)
        wrong = self.request.session.get(WRONG, 0) + 1
        if wrong < MOST:
            self.request.session[WRONG] = wrong
            return super().form_invalid(form)
        label = form.fields[self.guessed].label
        tell(self.request.user, f"登录后连续输错{label}，已退出", self.request.user, Kind.FAILURE)
        logout(self.request)
        messages.error(self.request, f"{label}连续输错，已退出登录。忘记的请联系系统管理员重置。")
        return redirect("login")
