"""未送达的事件: what did not arrive and why; send again or give up."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import ListView

from bureau.interface.sending import troubled
from bureau.notices import outbox
from bureau.org.administrators import ForPosts
from bureau.org.keys import key_of
from bureau.org.noting import note
from bureau.org.posts import Post
from bureau.org.request import Request

DONE = {
    "again": (outbox.send_again, "{}条事件将在一分钟内重发。"),
    "drop": (outbox.give_up, "已放弃{}条事件，不再推送。"),
}


class Undelivered(ForPosts, ListView):
    request: Request
    posts = (Post.SYSTEM,)
    template_name = "interface/undelivered.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        return troubled().select_related("client").order_by("-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.request.place = "interface:clients"
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """`do`: again or drop; `one`: an event; without it all of them."""
        done = DONE.get(request.POST.get("do", ""))
        chosen = troubled()
        if "one" in request.POST:
            chosen = chosen.filter(pk=key_of(request.POST["one"]))
        if done is None:
            messages.error(request, "请选择重发或放弃哪一条。")
            return redirect("interface:undelivered")
        act, words = done
        if count := act(chosen):
            note(self.request.user, f"未送达的事件：{words.format(count)}")
            messages.success(request, words.format(count))
        else:
            messages.info(request, "这些事件正在发送，或者已经处理。")
        return redirect("interface:undelivered")
