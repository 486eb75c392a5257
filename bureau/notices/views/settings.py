from django.contrib import messages
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.views import View
from django.views.generic import UpdateView

from bureau.notices import alarms, channels
from bureau.notices.forms import PreferenceForm
from bureau.notices.models import Channel, News, Preference
from bureau.notices.posting import urgent_channels

WORDS = "这是一条测试消息，收到即说明提醒能送到您这里。"


class Settings(SuccessMessageMixin, UpdateView):
    """提醒设置: of the person logged in and nobody else."""

    form_class = PreferenceForm
    template_name = "notices/settings.html"
    success_url = reverse_lazy("notices:settings")
    success_message = "已保存。"
    http_method_names = ["get", "head", "options", "post"]

    def get_object(self, queryset=None):
        person = self.request.user
        return Preference.objects.filter(pk=person.pk).first() or Preference(person=person)

    def get_context_data(self, **kwargs):
        missing = [Channel(channel).label for channel in Channel.values if channel not in channels.standing()]
        return super().get_context_data(missing="、".join(missing), **kwargs)


class Test(View):
    """发一条测试消息: to myself, by every channel that urgent things reach me; at most one a minute."""

    http_method_names = ["post", "options"]

    def post(self, request):
        now = timezone.now()
        by = urgent_channels({request.user.pk})[request.user.pk]
        words = {"news": News.TEST, "words": WORDS, "url": str(self.url), "urgent": True, "at": now}
        alarms.tell([request.user], f"test:{now:%Y-%m-%d %H:%M}", **words)
        out = "、".join(Channel(channel).label for channel in by)
        told = f"，并将在一分钟内通过{out}发出" if out else "；没有可用的外发渠道，只在系统内提醒"
        messages.success(request, f"测试消息已放进“消息”{told}。")
        return redirect(self.url)

    url = reverse_lazy("notices:settings")
