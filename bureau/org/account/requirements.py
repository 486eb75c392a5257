"""登录要求: the 安全管理员 sets by post whether the second factor is a must, how long a login waits and how many there may be."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.views import View

from bureau.org import requirements
from bureau.org.administrators import ForPosts
from bureau.org.models import PostRule, Session
from bureau.org.noting import note
from bureau.org.posts import Post


class RuleForm(forms.ModelForm):
    class Meta:
        model = PostRule
        fields = ["second_factor", "idle", "at_once"]

    def __init__(self, post: str, *args, asked: requirements.Asked, row: PostRule | None, **kwargs):
        self.post = Post(post)
        super().__init__(*args, prefix=post, instance=row, initial=vars(asked), **kwargs)
        for name, most in (("idle", requirements.LONGEST_IDLE), ("at_once", requirements.MOST_AT_ONCE)):
            least = 5 if name == "idle" else 1
            label = f"{self.post.label}{self.fields[name].label}"
            widget = forms.NumberInput(attrs={"aria-label": label, "min": least, "max": most})
            self.fields[name] = forms.IntegerField(
                label=label, min_value=least, max_value=most, widget=widget
            )
        self.fields["second_factor"].label = f"{self.post.label}须两步验证"
        self.fields["second_factor"].widget.attrs["aria-label"] = self.fields["second_factor"].label

    @property
    def words(self) -> str:
        asked = self.cleaned_data
        must = "须两步验证" if asked["second_factor"] else "不须两步验证"
        return f"{self.post.label}{must}，{asked['idle']}分钟不操作退出，最多{asked['at_once']}处"


class Requirements(ForPosts, View):
    posts = (Post.SECURITY,)
    http_method_names = ["get", "post"]

    def forms(self, *posted) -> list[RuleForm]:
        rows, asked = {row.post: row for row in PostRule.objects.all()}, requirements.by_post()
        return [RuleForm(post, *posted, asked=asked[post], row=rows.get(post)) for post in Post.values]

    def get(self, request):
        return self.show(self.forms())

    @transaction.atomic
    def post(self, request):
        """Who holds a post whose rule is another now logs in anew, and is asked for what it asks."""
        found = self.forms(request.POST)
        if [form for form in found if not form.is_valid()]:  # all are asked: each says what is wrong
            return self.show(found)
        changed = [form for form in found if form.has_changed()]
        for form in changed:
            form.instance.post = form.post
            form.save()
            note(request.user, f"改登录要求：{form.words}")
        posts = [form.post for form in changed]
        others = Session.objects.filter(person__postings__post__in=posts).exclude(person=request.user)
        Session.objects.filter(pk__in=list(others.values_list("pk", flat=True))).delete()
        messages.success(
            request,
            f"已改{len(changed)}个岗位的要求，任这些岗位的人须重新登录。" if changed else "没有改动。",
        )
        return redirect("requirements")

    def show(self, found):
        return render(self.request, "org/requirements.html", {"forms": found})
