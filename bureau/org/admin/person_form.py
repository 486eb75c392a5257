"""人员: one form for the account, its posts and its start password."""

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from bureau.org.admin.base import SeenForm
from bureau.org.models import Person, Posting
from bureau.org.posts import ADMINISTRATORS, Post

EXCLUSIVE = "系统管理员、安全管理员、审计管理员只能任其一，且不得兼任其他岗位。"
LAST_ONE = "这是最后一名在用的系统管理员，须先另设一名，才能停用或改任。"


class PersonForm(SeenForm):
    posts = forms.MultipleChoiceField(
        label="岗位", choices=Post, required=False, widget=forms.CheckboxSelectMultiple, help_text=EXCLUSIVE
    )
    start_password = forms.CharField(
        label="初始密码", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    class Meta:
        model = Person
        fields = ["username", "name", "title", "unit", "phone", "is_active"]
        field_classes = {"username": UsernameField}
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
            "至少 10 位，不能全是数字。本人第一次登录时必须改掉。"
            if password.required
            else "不重设密码就留空；填写后，本人下次登录时必须改掉。"
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
        if posts & {Post.LIAISON, Post.HEAD} and not cleaned.get("unit"):
            self.add_error("unit", "单位联络员、单位负责人须选择所在单位。")
        if self.instance.pk and not (cleaned.get("is_active") and Post.SYSTEM in posts):
            self._keep_one_system_administrator()
        return cleaned

    def _keep_one_system_administrator(self):
        in_office = Person.objects.filter(is_active=True, postings__post=Post.SYSTEM)
        if list(in_office[:2]) == [self.instance]:
            raise ValidationError(LAST_ONE)

    def save(self, commit=True):
        if self.cleaned_data["start_password"]:
            self.instance.set_password(self.cleaned_data["start_password"])
            self.instance.must_change_password = True
        return super().save(commit)

    def _save_m2m(self):
        super()._save_m2m()
        chosen = self.cleaned_data["posts"]
        self.instance.postings.exclude(post__in=chosen).delete()
        Posting.objects.bulk_create(
            Posting(person=self.instance, post=post) for post in chosen - self.instance.posts
        )
