"""Pages of the three administrators beside 系统管理: what waits for a second one. For everybody else they do not exist."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import ListView

from bureau.org import appointing
from bureau.org.keys import key_of, keys_of
from bureau.org.models import Appointment
from bureau.org.posts import Post
from bureau.org.visible import visible

REMARK_LENGTH = Appointment._meta.get_field("remark").max_length


class ForPosts:
    """Open to who holds one of `posts`; else 404. A method that no page knows is told to everybody."""

    posts: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        if hasattr(self, request.method.lower()) and not request.user.holds(*self.posts):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Appointments(ForPosts, ListView):
    """任用确认: the 系统管理员 sees what they asked for, the 安全管理员 decides."""

    posts = (Post.SYSTEM, Post.SECURITY)
    template_name = "org/appointments.html"
    paginate_by = 25

    def get_queryset(self):
        named = ("person__unit", "principal__unit", "asked_by__unit", "decided_by__unit")
        return Appointment.objects.select_related(*named).order_by(
            F("decided_at").desc(nulls_first=True), "-id"
        )

    def get_context_data(self, **kwargs):
        decides = self.request.user.holds(Post.SECURITY)
        found = super().get_context_data(decides=decides, remark_length=REMARK_LENGTH, **kwargs)
        plain = [row.pk for row in found["object_list"] if row.state == appointing.WAITING and row.is_plain]
        return found | {"plain": plain if decides else []}

    def post(self, request):
        if "confirm_all" in request.POST and request.user.holds(Post.SECURITY):
            return self.confirmed(keys_of(request.POST.getlist("row")))
        try:
            row = self.done(request.POST)
            messages.success(request, f"{row.get_state_display()}：{row.words}。")
        except ValidationError as refusal:
            messages.error(request, "".join(refusal.messages))
        return redirect("appointments")

    def confirmed(self, keys: list[int]):
        done, refusals = appointing.confirm_plain(self.request.user, keys)
        messages.success(self.request, f"已确认{done}人的岗位。")
        for refusal in refusals:
            messages.error(self.request, refusal)
        return redirect("appointments")

    def done(self, asked) -> Appointment:
        """By the button that was pressed: `confirm`, `refuse` of who decides, `withdraw` of who asks."""
        by = self.request.user
        if not by.holds(Post.SECURITY):
            return appointing.withdraw(by, key_of(asked.get("withdraw", "")) or 0)
        if "refuse" in asked:
            remark = visible(asked.get("remark", "").replace("\0", "")).strip()[:REMARK_LENGTH]
            return appointing.refuse(by, key_of(asked["refuse"]) or 0, remark)
        return appointing.confirm(by, key_of(asked.get("confirm", "")) or 0)
