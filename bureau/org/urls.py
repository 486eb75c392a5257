"""The ground's pages: the login, one's own settings, the administration, the pulse."""

from django.contrib.auth.views import LogoutView, PasswordChangeDoneView
from django.urls import path

from bureau.org import views
from bureau.org.account import views as account
from bureau.org.account.requirements import Requirements
from bureau.org.admin import administration
from bureau.org.administrators import Appointments
from bureau.org.away import Away
from bureau.org.health import healthz

urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", views.ChangePassword.as_view(), name="password_change"),
    path("password/done/", PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("settings/", views.Preferences.as_view(), name="settings"),
    path("login/second/", account.Second.as_view(), name="second_factor"),
    path("settings/account/", account.Account.as_view(), name="account"),
    path("settings/account/logins/", account.EndLogins.as_view(), name="end_logins"),
    path("settings/account/second/", account.Enrol.as_view(), name="enrol"),
    path("settings/account/second/drop/", account.Drop.as_view(), name="drop_factor"),
    path("settings/away/", Away.as_view(), name="away"),
    path("appointments/", Appointments.as_view(), name="appointments"),
    path("requirements/", Requirements.as_view(), name="requirements"),
    path("healthz", healthz, name="healthz"),
    path("admin/", administration.urls),
]
