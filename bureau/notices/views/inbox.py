from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View
from django.views.generic import ListView

from bureau.notices.reading import mark_read, merged, mine, read_up_to, with_it
from bureau.org.keys import key_of


class Inbox(ListView):
    """消息: what I was told, newest first; 未读 or all."""

    template_name = "notices/inbox.html"
    paginate_by = 25

    def get_queryset(self):
        found = mine(self.request.user)
        return found.unread() if self.unread_only else found

    @property
    def unread_only(self) -> bool:
        return self.request.GET.get("show") == "unread"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(unread_only=self.unread_only, **kwargs)
        return context | {"notices": merged(context["object_list"])}

    def post(self, request):
        """全部已读: what there was when the page was made, not what came since."""
        if upto := key_of(request.POST.get("upto", "")):
            count = read_up_to(request.user, upto)
            messages.success(request, f"已把 {count} 条消息标为已读。" if count else "没有未读的消息。")
        else:
            messages.error(request, "没有标为已读，请刷新本页再试。")
        return redirect("notices:list")


class Open(View):
    """One notice: read from now on, and on to what it is about."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, pk):
        notice = get_object_or_404(mine(request.user), pk=pk)
        if request.method == "GET":
            mark_read(mine(request.user).filter(with_it(notice)))
        return redirect(
            notice.matter.get_absolute_url() if notice.matter else notice.url or reverse("notices:list")
        )
