from django.contrib import messages
from django.shortcuts import redirect
from django.views.generic import ListView

from bureau.notices import outbox
from bureau.notices.failing import failing
from bureau.notices.models import Channel
from bureau.notices.views.keeper import ForTheKeeper
from bureau.org.keys import key_of
from bureau.org.noting import note


class Failures(ForTheKeeper, ListView):
    """外发失败: what did not go out and why; send again or give up, one or a whole channel. No matter's content."""

    template_name = "notices/failures.html"
    paginate_by = 50

    def get_queryset(self):
        return failing().select_related("person", "notice__matter").order_by("-pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(channels=Channel.choices, **kwargs)

    def post(self, request):
        """`do`: again or drop; `one`: a delivery, or `all`: a channel."""
        act = {"again": send_again, "drop": give_up}.get(request.POST.get("do"))
        chosen = chosen_by(request.POST)
        if act is None or chosen is None:
            messages.error(request, "请选择重发或放弃哪一条、哪个渠道。")
        else:
            done = act(chosen)
            note(request.user, f"外发失败的消息：{done}")
            messages.success(request, done)
        return redirect("notices:failures")


def chosen_by(form):
    one, channel = key_of(form.get("one", "")), form.get("all", "")
    if one:
        return failing().filter(pk=one)
    return failing().filter(channel=channel) if channel in Channel.values else None


def send_again(deliveries) -> str:
    count = outbox.send_again(deliveries)
    return f"{count} 条消息将在一分钟内重发。" if count else "没有需要重发的消息。"


def give_up(deliveries) -> str:
    count = outbox.give_up(deliveries)
    return f"已放弃 {count} 条消息，不再外发；系统内的提醒不受影响。" if count else "没有需要放弃的消息。"
