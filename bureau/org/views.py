"""Log in, change the password, one's own settings. Logging out is Django's own view."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth import views as auth
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.generic import UpdateView

from bureau.org.forms import LoginForm, OwnPasswordForm, PreferencesForm
from bureau.org.guessing import is_slowed

MINUTES = int(settings.AXES_COOLOFF_TIME * 60)
WRONG, MOST_WRONG = "wrong_old_passwords", 5


class Login(auth.LoginView):
    """登录; afterwards back to where one was. Who guesses at large is told to wait, before any password is looked at."""

    authentication_form = LoginForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        if is_slowed(request, request.POST.get("username", "").replace("\0", "")[:150]):
            return render(request, "registration/slowed.html", {"minutes": MINUTES}, status=429)
        return super().post(request, *args, **kwargs)


class ChangePassword(auth.PasswordChangeView):
    """修改密码. Whoever gets the old one wrong too often is logged out: a session that was left open is no way to an account."""

    form_class = OwnPasswordForm

    def form_invalid(self, form):
        if "old_password" not in form.errors:
            return super().form_invalid(form)
        wrong = self.request.session.get(WRONG, 0) + 1
        if wrong < MOST_WRONG:
            self.request.session[WRONG] = wrong
            return super().form_invalid(form)
        logout(self.request)
        messages.error(self.request, "原密码连续输错，已退出登录。忘记密码请联系系统管理员重置。")
        return redirect("login")


class Preferences(SuccessMessageMixin, UpdateView):
    """个人设置: of the person logged in and nobody else."""

    form_class = PreferencesForm
    template_name = "org/preferences.html"
    success_url = reverse_lazy("settings")
    success_message = "已保存。"

    def get_object(self, queryset=None):
        return self.request.user
