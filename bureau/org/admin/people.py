"""人员: accounts, posts, start passwords, lockouts."""

from django.contrib import admin, messages

from bureau.org import appointing, logins
from bureau.org.admin.base import OrgAdmin
from bureau.org.admin.person_form import ALONE, KEPT, LAST_ONE, PersonForm, is_last, why_not_led
from bureau.org.admin.site import administration
from bureau.org.in_hand import of_person
from bureau.org.lockout import locked_out, unlock
from bureau.org.models import Person, SecondFactor
from bureau.org.models.appointment import named
from bureau.org.noting import Kind, note, tell
from bureau.org.posts import Post
from bureau.org.served import led_by, left_alone


class PostFilter(admin.SimpleListFilter):
    title = "岗位"
    parameter_name = "post"

    def lookups(self, request, model_admin):
        return Post.choices

    def queryset(self, request, people):
        return people.filter(postings__post=self.value()) if self.value() in Post.values else people


@admin.register(Person, site=administration)
class PersonAdmin(OrgAdmin):
    several = True
    about = "账号、岗位、初始密码、登录锁定"
    form = PersonForm
    list_display = ["username", "name", "title", "unit", "held_posts", "last_login", "locked", "is_active"]
    list_minor = ("last_login",)
    list_filter = [PostFilter, "is_active", "must_change_password"]
    search_fields = ["username", "name", "unit__name", "unit__short", "unit__initials"]
    search_help_text = "按账号、称呼、单位名称或单位拼音首字母查找"
    fieldsets = [
        (None, {"fields": ["username", "name", "title", "unit", "phone"]}),
        (None, {"fields": ["posts"]}),
        (None, {"fields": ["start_password", "is_active"]}),
    ]
    actions = ["put_out_of_use", "put_into_use", "unlock_login", "ask_to_reset_factor"]

    def get_fieldsets(self, request, person=None):
        """The question who is left, where somebody is the last of their unit or in charge of some."""
        found = super().get_fieldsets(request, person)
        asks = {"leaves_alone": left_alone, "leaves_portfolios": led_by}
        asked = [name for name, left in asks.items() if person and left([person.pk])]
        return [*found, (None, {"fields": asked})] if asked else found

    def get_queryset(self, request):
        people = super().get_queryset(request).prefetch_related("postings")
        return people.annotate(locked=locked_out())

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for row in form.ask(request.user):
            self.message_user(request, f"已提请安全管理员确认，确认前不生效：{row.words}。", messages.WARNING)
        if "is_active" in form.changed_data and not form.instance.is_active:
            self.tell_of_what_is_left(request, [form.instance])
        if not form.posts_wait and form.held != form.cleaned_data["posts"]:
            words = f"{named(form.held)} → {named(form.cleaned_data['posts'])}"
            tell(request.user, f"改任{form.instance}：{words}", form.instance, Kind.POST)
        if change and form.cleaned_data["start_password"] and not form.password_waits:
            tell(request.user, f"重设{form.instance}的初始密码", form.instance, Kind.PASSWORD)

    @admin.display(description="岗位")
    def held_posts(self, person):
        return "、".join(posting.get_post_display() for posting in person.postings.all()) or "未设"

    @admin.display(description="登录锁定")
    def locked(self, person):
        return "已锁定" if person.locked else "—"

    @admin.action(description="停用所选人员")
    def put_out_of_use(self, request, people):
        if why := self.why_not(list(people)):
            self.message_user(request, f"没有停用：{why}", messages.ERROR)
            return
        self._switch(request, people, active=False)

    def why_not(self, people) -> str:
        """Why they are not put out of use all at once; empty where they may be."""
        keys = [person.pk for person in people]
        if last := next((post for post in KEPT if is_last(post, keys)), None):
            return LAST_ONE.format(last.label)
        alone = left_alone(keys)
        left = alone and ALONE.format(units="、".join(unit.short for unit in alone))
        why = left or why_not_led(people)
        return why and f"{why}确需如此的，请逐人打开，勾选后停用。"

    @admin.action(description="启用所选人员")
    def put_into_use(self, request, people):
        self._switch(request, people, active=True)

    def _switch(self, request, people, active: bool) -> None:
        switched = list(people.filter(is_active=not active))
        Person.objects.filter(pk__in=[person.pk for person in switched]).update(is_active=active)
        word = "启用" if active else "停用"
        for person in switched:
            note(request.user, f"{word}账号{person}", person)
            logins.end(person)
        self.message_user(request, f"已{word} {len(switched)} 人。")
        if not active:
            self.tell_of_what_is_left(request, switched)

    def tell_of_what_is_left(self, request, people) -> None:
        """What they had in hand goes on with nobody until it is handed over."""
        if left := [phrase for person in people for phrase in of_person(person)]:
            words = f"{'；'.join(left)}。请局领导在“个人设置—工作交接”里交给接办人。"
            self.message_user(request, words, messages.WARNING)

    @admin.action(description="解除所选人员的登录锁定")
    def unlock_login(self, request, people):
        for person in people:
            unlock(person)
            tell(request.user, f"解除{person}的登录锁定", person, Kind.PASSWORD)
        self.message_user(request, "已解除登录锁定，可以重新登录。")

    @admin.action(description="提请重设所选人员的两步验证")
    def ask_to_reset_factor(self, request, people):
        """Of who lost their telephone and their recovery codes. The 安全管理员 confirms it."""
        have = [person for person in people if SecondFactor.objects.filter(user=person).exists()]
        asked = [one for one in have if not appointing.waiting(one, appointing.FACTOR).exists()]
        for person in asked:
            appointing.ask(request.user, appointing.FACTOR, person)
        told = f"已提请安全管理员确认 {len(asked)} 人。没有启用两步验证的、已在等确认的不必再提。"
        self.message_user(request, told, messages.WARNING)
