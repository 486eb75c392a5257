"""代录: who enters in a leader's name what the leader said or wrote."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse

from bureau.org import appointing, arranging
from bureau.org.admin.base import OrgAdmin, SeenForm
from bureau.org.admin.site import administration
from bureau.org.models import Deputy
from bureau.org.posts import Post


class SecretaryForm(SeenForm):
    class Meta:
        labels = {"principal": "县领导", "deputy": "秘书"}
        help_texts = {
            "deputy": "秘书看得到领导看得到的事项（限阅的除外），代为录入时写明依据，由领导事后确认。",
            "ends": "长期的留空；不再代录时填写最后一天。新增的由安全管理员确认后生效。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.kind = Deputy.Kind.SECRETARY

    def clean(self):
        cleaned = super().clean()
        row = self.instance
        if row.pk is None and cleaned.get("deputy") and cleaned.get("principal"):
            asked = appointing.waiting(cleaned["deputy"], appointing.SECRETARY)
            if asked.filter(principal=cleaned["principal"]).exists():
                raise ValidationError("这一项已在等安全管理员确认，不必再提。")
        if row.pk and "ends" in cleaned and later(cleaned["ends"], self.initial["ends"]):
            self.add_error("ends", "“至”只能提前。要继续代录，请另增一条，由安全管理员确认。")
        return cleaned

    def _get_validation_exclusions(self):
        """The table's constraints read these two although the form does not ask for them."""
        return super()._get_validation_exclusions() - {"kind", "ended_at"}


def later(end, before) -> bool:
    """Whether it lasts longer than before; no end is the longest."""
    return before is not None and (end is None or end > before)


@admin.register(Deputy, site=administration)
class SecretaryAdmin(OrgAdmin):
    about = "谁代县领导录入批示和意见"
    form = SecretaryForm
    fields = ["principal", "deputy", "starts", "ends", "reason"]
    list_display = ["principal", "deputy", "starts", "ends", "arranged_by"]
    list_select_related = ["principal__unit", "deputy__unit", "arranged_by__unit"]
    search_fields = ["principal__name", "deputy__name", "deputy__unit__short"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(kind=Deputy.Kind.SECRETARY)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Leaders lend their word; no administrator takes any part."""
        people = arranging.holders()
        if db_field.name == "principal":
            people = people.filter(postings__post=Post.LEADER)
        return super().formfield_for_foreignkey(db_field, request, queryset=people, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        """Who entered for whom since when is history; only its end is still open."""
        return ["principal", "deputy", "starts"] if obj else []

    def save_model(self, request, row, form, change):
        """A new one is asked for; only its end is changed here."""
        if change:
            super().save_model(request, row, form, change)
            return
        what = {name: getattr(row, name) for name in ("principal", "starts", "ends", "reason")}
        appointing.ask(request.user, appointing.SECRETARY, row.deputy, **what)

    def log_addition(self, request, row, message):
        """Nothing was added yet, and what was asked for has its own line."""

    def response_add(self, request, row, post_url_continue=None):
        self.message_user(request, "已提请安全管理员确认，确认前不能代录。", messages.WARNING)
        return HttpResponseRedirect(reverse("admin:org_deputy_changelist"))
