"""The ground's pages: the login, one's own settings, the administration, the pulse."""

from django.contrib.auth.views import LogoutView, PasswordChangeDoneView
from django.urls import path

from bureau.org import views
from bureau.org.admin import administration
from bureau.org.administrators import AdminEntries, Appointments
from bureau.org.away import Away
from bureau.org.health import healthz

urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", views.ChangePassword.as_view(), name="password_change"),
    path("password/done/", PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("settings/", views.Preferences.as_view(), name="settings"),
    path("settings/away/", Away.as_view(), name="away"),
    path("appointments/", Appointments.as_view(), name="appointments"),
    path("audit/", AdminEntries.as_view(), name="audit"),
    path("healthz", healthz, name="healthz"),
    path("admin/", administration.urls),
]
