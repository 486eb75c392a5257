"""人员: one form for the account, its posts and its start password."""

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from bureau.org import appointing
from bureau.org.admin.base import SeenForm
from bureau.org.models import Person
from bureau.org.passwords import said, start
from bureau.org.posts import ADMINISTRATORS, GUARDED, Post
from bureau.org.served import led_by, left_alone, left_without_leader
from bureau.org.visible import VisibleField

NAMED = "、".join(post.label for post in Post if post in GUARDED)
STILL_WAITS = "此人已有一项{}在等安全管理员确认。请先在“任用确认”里撤回那一项。"
EXCLUSIVE = "系统管理员、安全管理员、审计管理员只能任其一，且不得兼任其他岗位。"
# Without the one nobody makes accounts, without the other nobody confirms them.
KEPT = (Post.SYSTEM, Post.SECURITY)
ALONE = "{units}将没有在用的联络员和负责人，交办、催办都没有人收到。"
LAST_ONE = "这是最后一名在用的{}，须先另设一名，才能停用或改任。"

NOT_LED = "停用或改任后，没有县领导分管：{units}。其延期等须分管领导审批的，改由局领导审批。"
STILL_LED = "停用或改任后，{name}的分管关系不再起作用，所分管的单位都另有县领导分管。"
SEVERAL = 8  # units are named, more are counted


def why_not_led(people) -> str:
    """What it would mean, were these people no leaders any more; empty where none is in charge of anything."""
    if not (gone := led_by(person.pk for person in people)):
        return ""
    if not (left := left_without_leader(*gone)):
        return STILL_LED.format(name="、".join(str(person) for person in people))
    names = "、".join(unit.short for unit in left[:SEVERAL])
    return NOT_LED.format(units=names if len(left) <= SEVERAL else f"{names}等{len(left)}个单位")


def is_last(post: Post, keys) -> bool:
    """Whether nobody but these (keys of people) holds the post in service, and one of them does."""
    in_office = set(Person.objects.filter(is_active=True, postings__post=post).values_list("pk", flat=True))
    return bool(in_office) and in_office <= set(keys)


class PersonForm(SeenForm):
    encoded = ""  # the start password as it is kept, where it was made ready for many
    posts = forms.MultipleChoiceField(
        label="岗位",
        choices=Post,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"{EXCLUSIVE}新任岗位由安全管理员确认后生效；免去的随即生效。",
    )
    leaves_alone = forms.BooleanField(
        label="本单位暂时无人，仍要保存",
        required=False,
        help_text="此人是本单位最后一名在用的联络员或负责人；停用、调离、改任时须勾选。",
    )
    leaves_portfolios = forms.BooleanField(
        label="不再分管，仍要保存",
        required=False,
        help_text="此人还有分管的单位；停用、改任时须勾选。",
    )
    start_password = forms.CharField(
        label="初始密码", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    class Meta:
        model = Person
        fields = ["username", "name", "title", "unit", "phone", "is_active"]
        field_classes = {"username": UsernameField} | dict.fromkeys(("name", "title", "phone"), VisibleField)
        error_messages = {"username": {"unique": "此账号已有人使用，请换一个。"}}
        help_texts = {
            "username": "登录用，建立后尽量不改。",
            "name": "写岗位，不写姓名，如「县水利局联络员」。",
            "is_active": "离岗的人员去掉勾选即可：不能再登录，办理记录保留。",
        }

    def __init__(self, *args, **kwargs):
        held = kwargs["instance"].posts if kwargs.get("instance") else ()
        kwargs["initial"] = {"posts": sorted(held), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        password = self.fields["start_password"]
        password.required = self.instance.pk is None
        password.help_text = (
            f"{said()}本人第一次登录时必须改掉。"
            if password.required
            else "不重设密码就留空；填写后，本人下次登录时必须改掉。"
            f"任{NAMED}的人和领导秘书，由安全管理员确认后生效。"
        )

    def clean_posts(self):
        posts = set(self.cleaned_data["posts"])
        if posts & set(ADMINISTRATORS) and len(posts) > 1:
            raise ValidationError(EXCLUSIVE)
        return posts

    def clean_start_password(self):
        password = self.cleaned_data["start_password"]
        if password:
            validate_password(password, self.instance)
        return password

    def clean(self):
        cleaned = super().clean()
        posts = cleaned.get("posts", set())
        if posts & {Post.LIAISON, Post.HEAD, Post.MEMBER} and not cleaned.get("unit"):
            self.add_error("unit", "单位联络员、单位负责人、单位经办人须选择所在单位。")
        for post in KEPT if self.instance.pk else ():
            if not (cleaned.get("is_active") and post in posts) and is_last(post, [self.instance.pk]):
                raise ValidationError(LAST_ONE.format(post.label))
        self.ask_who_is_left(cleaned, posts)
        self.ask_who_leads(cleaned, posts)
        self.held = set(self.instance.posts) if self.instance.pk else set()
        self.posts_wait = appointing.adds(posts, self.held)
        self.password_waits = bool(cleaned.get("start_password")) and appointing.is_guarded(self.instance)
        for waits, kind, field in (
            (self.posts_wait, appointing.POSTS, "posts"),
            (self.password_waits, appointing.PASSWORD, "start_password"),
        ):
            if waits and self.instance.pk and appointing.waiting(self.instance, kind).exists():
                self.add_error(field, STILL_WAITS.format(kind.label))
        return cleaned

    def ask_who_is_left(self, cleaned, posts) -> None:
        """Whoever takes a unit its last liaison or head says that they mean it."""
        stays = cleaned.get("is_active") and posts & {Post.LIAISON, Post.HEAD}
        alone = left_alone([self.instance.pk]) if self.instance.pk else []
        alone = [unit for unit in alone if not (stays and unit == cleaned.get("unit"))]
        if alone and not cleaned.get("leaves_alone"):
            self.add_error(
                "leaves_alone", f"{ALONE.format(units=alone[0].short)}确需如此的，请勾选后再保存。"
            )

    def ask_who_leads(self, cleaned, posts) -> None:
        """Whoever takes units their leader says that they mean it."""
        stays = cleaned.get("is_active") and Post.LEADER in posts
        asks = self.instance.pk and not stays and not cleaned.get("leaves_portfolios")
        if asks and (told := why_not_led([self.instance])):
            self.add_error("leaves_portfolios", f"{told}确需如此的，请勾选后再保存。")

    def save(self, commit=True):
        if self.cleaned_data["start_password"] and not self.password_waits:
            start(self.instance, self.encoded or make_password(self.cleaned_data["start_password"]))
        return super().save(commit)

    def _save_m2m(self):
        super()._save_m2m()
        if not self.posts_wait:
            appointing.set_posts(self.instance, self.cleaned_data["posts"])

    def ask(self, by) -> list:
        """What waits for the 安全管理员: the requests, none where all is in force."""
        person, asked = self.instance, []
        if self.posts_wait:
            posts, held = sorted(self.cleaned_data["posts"]), sorted(self.held)
            asked.append(appointing.ask(by, appointing.POSTS, person, posts=posts, held=held))
        if self.password_waits:
            password = make_password(self.cleaned_data["start_password"])
            asked.append(appointing.ask(by, appointing.PASSWORD, person, password=password))
        return asked
