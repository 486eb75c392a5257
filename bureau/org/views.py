"""Log in, change the password, one's own settings. Logging out is Django's own view."""

from django.contrib.auth import views as auth
from django.contrib.messages.views import SuccessMessageMixin
from django.urls import reverse_lazy
from django.views.generic import UpdateView

from bureau.org.forms import LoginForm, OwnPasswordForm, PreferencesForm


class Login(auth.LoginView):
    """登录; afterwards back to where one was."""

    authentication_form = LoginForm
    redirect_authenticated_user = True


class ChangePassword(auth.PasswordChangeView):
    """修改密码."""

    form_class = OwnPasswordForm


class Preferences(SuccessMessageMixin, UpdateView):
    """个人设置: of the person logged in and nobody else."""

    form_class = PreferencesForm
    template_name = "org/preferences.html"
    success_url = reverse_lazy("settings")
    success_message = "已保存。"

    def get_object(self, queryset=None):
        return self.request.user
