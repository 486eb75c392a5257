"""What all pages of the administration have in common."""

import hashlib

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models
from django.http import HttpResponseRedirect

from bureau.org.admin.choosing import ChooseOne, ChooseSome
from bureau.org.models import Person
from bureau.org.noting import note
from bureau.org.posts import Post
from bureau.org.visible import VisibleField


def one_at_a_time(model: type[models.Model]) -> None:
    """Until the transaction ends nobody else writes this table; whoever reads goes on. Who comes second to a page that is
    one table then finds what the first one wrote."""
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(model._meta.db_table)
        cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


class SeenForm(forms.ModelForm):
    """A form that carries what its reader saw and refuses to overwrite what somebody else changed since."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stands = fingerprint(self.initial)
        self.initial["seen"] = self.stands

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.data.get(self.add_prefix("seen")) != self.stands:
            raise ValidationError("您打开此页后，别人已改过这条记录。请刷新页面，在最新内容上重新修改。")
        return cleaned


def fingerprint(values: dict) -> str:
    """A short digest of a form's initial values; rows count by their key."""
    plain = {
        name: sorted(getattr(item, "pk", item) for item in value) if isinstance(value, list) else value
        for name, value in values.items()
    }
    return hashlib.sha256(repr(sorted(plain.items())).encode()).hexdigest()[:20]


class OrgAdmin(admin.ModelAdmin):
    """Whoever may enter may view, add and change; nothing is deleted, only put out of use."""

    form = SeenForm
    formfield_overrides = {
        models.SlugField: {},  # has its own field, and only letters
        models.CharField: {"form_class": VisibleField},
        models.DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
        models.TimeField: {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")},
    }
    keepers: tuple[str, ...] = (Post.SYSTEM,)  # for whom its pages exist
    several = False  # whether many may be entered at once, from a table
    about = ""  # what the front page of the administration says of it
    list_minor: tuple[
        str, ...
    ] = ()  # columns that a phone leaves out, as it does what is empty or typed in the list
    list_per_page = 25
    show_full_result_count = False
    save_on_top = False

    def has_view_permission(self, request, obj=None):
        return request.user.holds(*self.keepers)

    has_add_permission = has_change_permission = has_module_permission = has_view_permission

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request):
        """A list may be asked by its own filters alone: `?password__startswith=` would tell a password by and by."""
        own = {getattr(one, "parameter_name", one) for one in self.list_filter}
        return lookup.removesuffix("__exact") in own

    def log_addition(self, request, obj, message):
        entry = super().log_addition(request, obj, message)
        return self._noted(request, "新增", obj, entry)

    def log_change(self, request, obj, message):
        entry = super().log_change(request, obj, message)
        return self._noted(request, "修改", obj, entry)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            self._noted(request, "删除", obj)
        return super().log_deletions(request, queryset)

    def log_table(self, request, name: str, changes: list[str]) -> None:
        """Of a page that is one table: what was changed in it, cell by cell."""
        words = "；".join(changes)
        LogEntry.objects.create(
            user=request.user,
            content_type=ContentType.objects.get_for_model(self.model),
            object_repr=name,
            action_flag=CHANGE,
            change_message=words,
        )
        note(request.user, f"修改{name}：{words}")

    def _noted(self, request, act: str, obj, entry=None):
        """Beside Django's own record, which the application may delete, a line that nobody can."""
        told = f"：{entry.get_change_message()}" if entry and act == "修改" else ""
        person = obj if isinstance(obj, Person) else None
        note(request.user, f"{act}{self.opts.verbose_name}“{obj}”{told}", person)
        return entry

    def message_user(self, request, *args, **kwargs):
        """Of many that are entered at once one sentence is told, by who enters them."""
        if not getattr(request, "several", False):
            super().message_user(request, *args, **kwargs)

    def changelist_view(self, request, extra_context=None):
        titled = {"title": self.opts.verbose_name_plural, **(extra_context or {})}
        return super().changelist_view(request, titled)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Two clicks at the same moment: the second one is told, not failed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            told = "同样的内容刚刚已经保存，这一次没有再存。请核对现在的内容。"
            self.message_user(request, told, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the three icons beside a choice: each thing is added and changed on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(db_field, request, **{"widget": ChooseOne(), **kwargs})

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, **{"widget": ChooseSome(), **kwargs})

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), (None, {"fields": ["seen"], "classes": ["hidden"]})]
