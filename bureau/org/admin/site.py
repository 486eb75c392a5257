"""系统管理: open to the 系统管理员 only; for everybody else it does not exist."""

from functools import update_wrapper

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from bureau.org.calendar import calendar_warnings


class Administration(AdminSite):
    """Django's administration, reached through our own door and named in our own words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = []
        self.disable_action("delete_selected")  # what is deleted is opened and seen first

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
        return super().index(request, {"places": list(self.places())})

    def app_index(self, request, app_label, extra_context=None):
        return redirect("admin:index")

    def places(self):
        """What is kept here, in the order of registration."""
        for model, one in self._registry.items():
            address = reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_changelist")
            yield {"label": model._meta.verbose_name_plural, "url": address, "about": one.about}

    def login(self, request, extra_context=None):
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):
        return redirect("password_change")


administration = Administration(name="admin")
