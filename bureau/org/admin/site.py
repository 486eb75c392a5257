"""系统管理: open to the 系统管理员 only; for everybody else it does not exist."""

from functools import update_wrapper

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from bureau.org.calendar import calendar_warnings


class Administration(AdminSite):
    """Django's administration, reached through our own door and named in our own words."""

    site_title = site_header = f"{settings.COUNTY_NAME}督查局 · 系统管理"
    index_title = "单位、人员与时限"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = []

    def page(self, route: str, name: str):
        """A page that stands higher in the house than the models it is about: `@administration.page(route, name)`."""

        def added(view):
            self.pages.append(path(route, self.admin_view(view), name=name))
            return view

        return added

    def get_urls(self):
        return [*self.pages, *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """Who does not hold the post gets the same answer as for a page that is not there."""
        guarded = super().admin_view(view, cacheable)

        def only_for_its_keeper(request, *args, **kwargs):
            if not self.has_permission(request):
                raise Http404
            return guarded(request, *args, **kwargs)

        return update_wrapper(only_for_its_keeper, view)

    def index(self, request, extra_context=None):
        for warning in calendar_warnings(timezone.localdate()):
            messages.warning(request, warning)
        return super().index(request, extra_context)

    def login(self, request, extra_context=None):
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):
        return redirect("password_change")

    def get_app_list(self, request, app_label=None):
        """In the order of registration instead of the alphabet."""
        order = [model._meta.object_name for model in self._registry]
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: order.index(model["object_name"]))
        return apps


administration = Administration(name="admin")
