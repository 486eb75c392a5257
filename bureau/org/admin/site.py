"""系统管理: open to the 系统管理员, and what gives rights to the 安全管理员 instead; for everybody else it does not exist."""

from functools import update_wrapper

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from bureau.org.calendar import calendar_warnings
from bureau.org.posts import Post


class Administration(AdminSite):
    """Django's administration, reached through our own door and named in our own words. Each page has its `keepers`, the kind's
    that it is about; for the others it does not exist."""

    keepers = (Post.SYSTEM, Post.SECURITY)  # of the front page

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = []
        self.disable_action("delete_selected")  # what is deleted is opened and seen first

    def page(self, route: str, name: str, keepers: tuple[str, ...] = (Post.SYSTEM,)):
        """A page that stands higher in the house than the models it is about: `@administration.page(route, name)`."""

        def added(view):
            self.pages.append(path(route, self.admin_view(view, keepers=keepers), name=name))
            return view

        return added

    def get_urls(self):
        return [*self.pages, *super().get_urls()]

    def has_permission(self, request):
        return request.user.is_active and request.user.holds(*self.keepers)

    def admin_view(self, view, cacheable=False, keepers: tuple[str, ...] = ()):
        """Who does not hold the post gets the same answer as for a page that is not there."""
        guarded = super().admin_view(view, cacheable)
        of_its_kind = getattr(getattr(view, "__self__", None), "keepers", (Post.SYSTEM,))

        def only_for_its_keeper(request, *args, **kwargs):
            if not request.user.is_active or not request.user.holds(*(keepers or of_its_kind)):
                raise Http404
            return guarded(request, *args, **kwargs)

        return update_wrapper(only_for_its_keeper, view)

    def index(self, request, extra_context=None):
        if request.user.holds(Post.SYSTEM):
            for warning in calendar_warnings(timezone.localdate()):
                messages.warning(request, warning)
        return super().index(request, {"places": list(self.places(request))})

    def app_index(self, request, app_label, extra_context=None):
        return redirect("admin:index")

    def places(self, request):
        """What this person keeps here, in the order of registration."""
        kept = ((model, one) for model, one in self._registry.items() if one.has_view_permission(request))
        for model, one in kept:
            address = reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_changelist")
            yield {"label": model._meta.verbose_name_plural, "url": address, "about": one.about}

    def login(self, request, extra_context=None):
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):
        return redirect("password_change")


administration = Administration(name="admin")
