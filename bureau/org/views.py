"""Log in, change the password, one's own settings. Logging out is Django's own view."""

from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.generic import UpdateView

from bureau.org import logins
from bureau.org.account.guessed import Guessed
from bureau.org.forms import LoginForm, OwnPasswordForm, PreferencesForm
from bureau.org.guessing import is_slowed
from bureau.org.models import Person
from bureau.org.noting import Kind, tell

MINUTES = int(settings.AXES_COOLOFF_TIME * 60)


class Login(auth.LoginView):
    """登录; afterwards back to where one was. Who guesses at large is told to wait, before any password is looked at."""

    authentication_form = LoginForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        if is_slowed(request, self.username):
            logins.held_up(Person.objects.filter(username=self.username).first(), logins.SLOWED)
            return render(request, "registration/slowed.html", {"minutes": MINUTES}, status=429)
        return super().post(request, *args, **kwargs)

    @property
    def username(self) -> str:
        return self.request.POST.get("username", "").replace("\0", "")[:150]

    def form_valid(self, form):
        answer = super().form_valid(form)
        logins.begin(self.request, form.get_user())
        return answer

    def form_invalid(self, form):
        logins.refused(self.request, self.username)
        return super().form_invalid(form)


class ChangePassword(Guessed, auth.PasswordChangeView):
    """修改密码. Whoever gets the old one wrong too often is logged out: a session that was left open is no way to an account."""

    form_class, guessed = OwnPasswordForm, "old_password"

    def form_valid(self, form):
        """The other logins of this person end with the old password."""
        answer = super().form_valid(form)
        person = self.request.user
        logins.end(person, but=self.request.session.session_key)
        tell(person, "修改密码，别处的登录已退出", person, Kind.PASSWORD)
        return answer


class Preferences(SuccessMessageMixin, UpdateView):
    """个人设置: of the person logged in and nobody else."""

    form_class = PreferencesForm
    template_name = "org/preferences.html"
    success_url = reverse_lazy("settings")
    success_message = "已保存。"

    def get_object(self, queryset=None):
        return self.request.user
