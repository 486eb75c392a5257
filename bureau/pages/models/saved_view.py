from django.db import models
from django.db.models import Q, QuerySet
from django.urls import reverse

from bureau.org.models import Person


class SavedViewQuerySet(models.QuerySet):
    def shown_to(self, person: Person) -> QuerySet:
        """Their own, and those of the desks that they sit at."""
        return self.filter(Q(person=person, desk="") | Q(desk__in=person.functions))


class SavedView(models.Model):
    """视图: what a list was asked, under a name; of one person, or of everybody at a desk."""

    NAME_LENGTH, QUERY_LENGTH = 20, 2000

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+", verbose_name="存的人")
    desk = models.CharField("岗位", max_length=16, blank=True)  # empty: theirs alone
    list = models.CharField("列表", max_length=60)  # the name of its address
    name = models.CharField("名称", max_length=NAME_LENGTH)
    query = models.CharField("条件", max_length=QUERY_LENGTH)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "视图"
        ordering = ["desk", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "list", "name"], condition=Q(desk=""), name="one_view_of_a_name"
            ),
            models.UniqueConstraint(
                fields=["desk", "list", "name"], condition=~Q(desk=""), name="one_view_of_a_desk"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse(self.list)}?{self.query}"
