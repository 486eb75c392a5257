from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.utils import timezone

from bureau.org.posts import ADMINISTRATORS, DESKS, Post


class PersonManager(BaseUserManager):
    def get_queryset(self):
        return super().get_queryset().select_related("unit")

    def create_user(self, username, password=None, **fields):
        """A person who can log in; `posts` is a list of `Post`."""
        posts = fields.pop("posts", [])
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save()
        Posting.objects.bulk_create(Posting(person=person, post=post) for post in posts)
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """人员: an account. It carries a post, not a private name: 「督查员甲」「县水利局联络员」."""

    class TypeSize(models.TextChoices):
        NORMAL = "a", "标准"
        LARGE = "b", "大"
        LARGER = "c", "特大"

    username = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("称呼", max_length=40)
    title = models.CharField("职务", max_length=40, blank=True)
    unit = models.ForeignKey(
        "org.Unit", models.PROTECT, verbose_name="单位", null=True, blank=True, related_name="people"
    )
    phone = models.CharField("办公电话", max_length=20, blank=True)
    type_size = models.CharField("字号", max_length=1, choices=TypeSize, default=TypeSize.NORMAL)
    must_change_password = models.BooleanField("下次登录须改密码", default=False)
    password_set_at = models.DateTimeField("密码设置时间", default=timezone.now)
    tour_closed = models.BooleanField("已看过第一天三步", default=False)
    is_active = models.BooleanField("启用", default=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    objects = PersonManager()
    rights: Any = None  # of the request whose user this is (`bureau.matters.access.rights`)
    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = verbose_name_plural = "人员"
        ordering = ["unit__order", "id"]

    def __str__(self):
        return self.name

    @cached_property
    def posts(self) -> frozenset[str]:
        """Values of `Post` held. Read once per request."""
        return frozenset(posting.post for posting in self.postings.all())

    def holds(self, *posts: str) -> bool:
        return not self.posts.isdisjoint(posts)

    @property
    def is_administrator(self) -> bool:
        return self.holds(*ADMINISTRATORS)

    @cached_property
    def functions(self) -> frozenset[str]:
        """The functions at whose desk this person sits, for conditions on matters; none for administrators."""
        if self.is_administrator:
            return frozenset()
        return frozenset(kind for kind, posts in DESKS.items() if not self.posts.isdisjoint(posts))

    def sits_at(self, kind: str) -> bool:
        """Works at the desk of this function."""
        return kind in self.functions

    @property
    def of_the_bureau(self) -> bool:
        """Works at the desk of any function."""
        return len(self.functions) > 0

    @property
    def only_leads(self) -> bool:
        """A county leader without a desk in the bureau or a unit to answer for."""
        return self.posts == {Post.LEADER}

    @property
    def answers_for_unit(self) -> bool:
        """Reads and answers what their unit is assigned."""
        return self.unit_id is not None and self.holds(Post.LIAISON, Post.HEAD) and not self.is_administrator

    @property
    def works_for_unit(self) -> bool:
        """Reads what their unit is assigned, or what was handed to them of it."""
        return self.answers_for_unit or (
            self.unit_id is not None and self.holds(Post.MEMBER) and not self.is_administrator
        )

    @property
    def own_units(self) -> list[int]:
        """Keys of their unit and of those that were merged into it."""
        return self.unit.keys if self.unit_id else []

    @cached_property
    def post_words(self) -> str:
        return "、".join(Post(p).label for p in Post.values if p in self.posts)

    @property
    def signature(self) -> str:
        """As the timeline names them: 「县水利局 联络员」; frozen into the entry."""
        named = self.unit and self.unit.short not in self.name
        return f"{self.unit.short} {self.name}" if named else self.name

    @property
    def is_staff(self) -> bool:
        """Django's word for who may enter the administration."""
        return self.holds(Post.SYSTEM)


class Posting(models.Model):
    """任职: a person holds a post."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="postings", verbose_name="人员")
    post = models.CharField("岗位", max_length=16, choices=Post)

    class Meta:
        verbose_name = verbose_name_plural = "岗位"
        constraints = [
            models.UniqueConstraint(fields=["person", "post"], name="a_post_once_per_person"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(post__in=ADMINISTRATORS),
                name="three_administrators_exclude_each_other",
                violation_error_message="系统管理员、安全管理员、审计管理员不得由同一人兼任。",
            ),
        ]

    def __str__(self):
        return self.get_post_display()


def posts_of(person: str) -> ArraySubquery:
    """The posts of the person that this column names, read with the row."""
    return ArraySubquery(Posting.objects.filter(person=OuterRef(person)).order_by().values("post"))
