from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.notices import watch
from bureau.notices.models import Clock
from bureau.notices.views.keeper import ForTheKeeper
from bureau.org.noting import note

STARTED = {
    "all": "提醒时钟已启用，积下的提醒将在一分钟内补发。",
    "quiet": "提醒时钟已启用，此前到点的提醒不再补发。",
}


class ClockPage(ForTheKeeper, TemplateView):
    """提醒时钟: how the last round went; where it stands still, what it would tell, and the two ways to start it."""

    template_name = "notices/clock.html"

    def get_context_data(self, **kwargs):
        clock = Clock.objects.filter(pk=1).first()
        late = clock and clock.swept_at and (timezone.now() - clock.swept_at).total_seconds() > 600
        return super().get_context_data(clock=clock, late=late, **kwargs)

    def post(self, request):
        how = request.POST.get("start", "")
        if how not in STARTED:
            messages.error(request, "请选择补发或者不补发。")
        elif Clock.objects.filter(pk=1, armed=True).exists():
            messages.info(request, "提醒时钟已经在走，不必再启用。")
        else:
            (watch.arm if how == "all" else watch.arm_quietly)(request.user)
            note(request.user, STARTED[how])
            messages.success(request, STARTED[how])
        return redirect("notices:clock")
