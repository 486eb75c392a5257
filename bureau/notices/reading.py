"""Which notices a person has, and when they count as read."""

from django.db.models import Q
from django.utils import timezone

from bureau.matters.views import MatterPage
from bureau.notices.models import News, Notice
from bureau.notices.wording import shown

MOST = 99  # a higher count is shown as 99+
OF_PAPERS = (News.PAPER, News.REMIND, News.LATE)  # that lead to a paper where they are about no matter


def mine(person):
    """What this person was told, newest first, about matters they still see."""
    about = ("matter", "duty__holder_unit", "duty__holder_person", "entry__assignment")
    return Notice.objects.visible_to(person).select_related(*about).order_by("-pk")


def merged(notices) -> list[Notice]:
    """What follows each other about one matter or paper, of one kind and alike read or unread, as one: the first, whose
    `about` says what each of them says, in the order of time."""
    found: list[Notice] = []
    for notice in notices:
        notice.about, last = shown(notice), found[-1] if found else None
        if last is None or alike(notice) != alike(last):
            found.append(notice)
        elif notice.about not in last.about:
            last.about = f"{notice.about.rstrip('。')}；{last.about}"
    return found


def alike(notice) -> tuple:
    """What it is about first: by itself alone where that is no matter and no paper."""
    return notice.matter_id or paper(notice) or f"notice {notice.pk}", notice.news, notice.read_at is None


def paper(notice) -> str:
    """The address of the paper that it is about; empty for none."""
    return notice.url if notice.news in OF_PAPERS else ""


def with_it(notice) -> Q:
    """Those that are read with this one: of a paper all that was told of it."""
    found = paper(notice)
    return Q(url=found, news__in=OF_PAPERS) if found else Q(pk=notice.pk)


def unread_count(person) -> str:
    """How many are unread; empty for none, 「99+」 for many."""
    count = len(Notice.objects.visible_to(person).unread().order_by("-pk").values_list("pk")[: MOST + 1])
    return f"{MOST}+" if count > MOST else str(count or "")


def mark_read(notices) -> int:
    return notices.unread().update(read_at=timezone.now())


def read_up_to(person, last: int) -> int:
    """All that they were told until then, also about matters that they see no more."""
    return mark_read(Notice.objects.filter(person=person, pk__lte=last))


class ReadWithTheMatter:
    """Middleware: whoever opens a matter's page has read what they were told of it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        context = response.context_data or {}
        if request.method == "GET" and isinstance(context.get("view"), MatterPage):
            mark_read(Notice.objects.filter(person=request.user, matter=context["matter"]))
        return response
