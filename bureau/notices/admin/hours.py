"""工作时间: the stretches of a working day that limits in hours run through."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from bureau.notices.admin.foreseen import ForeseenAdmin
from bureau.org.admin.base import SeenForm
from bureau.org.admin.site import administration
from bureau.org.models import WorkPeriod


class WorkPeriodForm(SeenForm):
    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends:
            others = WorkPeriod.objects.exclude(pk=self.instance.pk)
            overlapping = others.filter(starts__lt=ends, ends__gt=starts).first()
            if overlapping:
                raise ValidationError(f"与已有的 {overlapping} 重叠，请先改那一段。")
        return cleaned


@admin.register(WorkPeriod, site=administration)
class WorkPeriodAdmin(ForeseenAdmin):
    about = "每天几点到几点上班，以小时计的时限按它推算"
    form = WorkPeriodForm
    fields = ["starts", "ends"]
    list_display = ["__str__"]

    def has_delete_permission(self, request, obj=None):
        return request.user.holds(*self.keepers)
