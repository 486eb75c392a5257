"""What nobody types: at every form of the room it is refused by a sentence at its field, or kept whole; the house never breaks by it."""

from urllib.parse import quote_plus

import pytest
from django import forms
from django.apps import apps
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accountability import actions
from accountability.flow import FLOW
from accountability.flow.sanctions import SANCTION_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from bureau.matters.models import Contest, Entry, Service
from bureau.matters.policy import may
from bureau.matters.service import contesting
from bureau.matters.service.steps import CONTEST, SERVICE
from bureau.org.models import Person
from bureau.org.visible import visible
from bureau.pages.fields import FilesField
from tests.accountability import playing
from tests.accountability.playing import play
from tests.accountability.test_proposals import late
from tests.county import in_days

pytestmark = pytest.mark.django_db

FORGED = {
    "nul": "没有复查\x00。",
    "surrogate": "没有复查\ud83d。",
    "emoji": "没有\u202e复查\x07\x1b[31m😀👨\u200d👩\u200d👧🇨🇳\ufeff。",
    "long": "没有复查" * 50_000,
}
OWN_FORMS = {  # forms that are no step's, by the state of the case, and who fills them in
    "clue": [("edit", "inquirer"), ("involve", "inquirer"), ("avoid", "director")],
    "investigating": [("gather", "second"), ("new_interview", "second")],
    "waived": [("deliberate", "inquirer")],
}
SEVERAL = {"end": "clue", "apply_tolerance": "clue", "leave_out": "clue", "hand_over": "investigating"}
STAGES = (
    "clue",
    "explaining",
    "checking",
    "checked",
    "filing",
    "investigating",
    "reported",
    "received",
    "waived",
    "deliberated",
    "resolved",
    "recommended",
    "decided",
)


def play_to(county, stage: str):
    it = play(county, {"recommended": "resolved", "explaining": "clue"}.get(stage, stage))
    if stage == "explaining":
        playing.explaining(it)
    if stage == "recommended":
        actions.recommend(county.director, it.subject("deputy"), in_days(9))
    if stage == "clue":
        actions.apply_tolerance(county.inquirer, it.subject("unit"), "先行先试。", timezone.localdate())
    return it


def doors(it, stage: str) -> dict[str, Person]:
    """Address → who, of every form of the room that is open in this state, and was not in an earlier one."""
    county, found = it.county, {}
    subjects = [it.subject("deputy"), *([it.subject("unit")] if stage == "resolved" else [])]
    records = [(FLOW, "step", it.record), *((SUBJECT_FLOW, "subject_step", one) for one in subjects)]
    records += [(SANCTION_FLOW, "sanction_step", one) for one in it.subject("deputy").sanctions.all()]
    for who in (county.inquirer, county.director, county.magistrate, it.second):
        for flow, name, record in records:
            for step in flow.offered:
                if step.asks and SEVERAL.get(step.name, stage) == stage and may(who, step, record):
                    found[reverse(f"accountability:{name}", args=[record.pk, step.name])] = who
    people = {"inquirer": county.inquirer, "director": county.director, "second": it.second}
    for name, who in OWN_FORMS.get(stage, ()):
        found[reverse(f"accountability:{name}", args=[it.case.pk])] = people[who]
    if stage == "clue":
        for name in ("new", "new_clearance", "interests"):
            found[reverse(f"accountability:{name}")] = county.inquirer
        about = ["overdue", late(county).pk, county.water.pk]
        for name in ("take_up", "dismiss_proposal"):
            found[reverse(f"accountability:{name}", args=about)] = county.inquirer
        found[reverse("accountability:weigh", args=[it.subject("unit").tolerance.pk])] = county.director
    return found


def play_paper(county, stage: str):
    """A notice or a decision that was served; received; and what was said against it."""
    decided = stage in ("judged", "appealed")
    it = play(county, "decided" if decided else "notified" if stage == "served" else "received")
    if decided:
        playing.receipt(it, "head", "decision")
    paper = Service.objects.get(pk=getattr(it.subject("head"), "decision_id" if decided else "notice_id"))
    if stage in ("pleaded", "appealed"):
        say = contesting.plead if stage == "pleaded" else contesting.apply_review
        say(county.water_head, paper, "已经尽责。")
    return it, paper


def doors_of_paper(county, paper: Service) -> dict[str, Person]:
    """Address → who, of every form of the hall about this paper that asks for something."""
    found = {}
    records = [
        (SERVICE, "service_step", paper),
        *((CONTEST, "contest_step", one) for one in paper.contests.all()),
    ]
    for who in (county.inquirer, county.deputy, county.magistrate, county.water_head):
        for flow, name, record in records:
            for step in flow.offered:
                if step.asks and may(who, step, record):
                    found[reverse(f"matters:{name}", args=[record.pk, step.name])] = who
    return found


def filled(form: forms.BaseForm, text: str) -> dict[str, list[str]]:
    """What a form begins with, rightly chosen wherever something is chosen, and `text` wherever something is written."""
    return {name: one for name in form.fields if (one := value(form, name, text)) is not None}


def value(form: forms.BaseForm, name: str, text: str) -> list[str] | None:
    field = form.fields[name]
    if isinstance(field, FilesField):
        return None
    if isinstance(field, (forms.ModelMultipleChoiceField, forms.MultipleChoiceField)):
        return [str(getattr(key, "value", key)) for key, _ in list(field.choices)[:2]]
    if isinstance(field, forms.ChoiceField):
        return [str(getattr(key, "value", key)) for key, _ in field.choices if key][:1]
    if isinstance(field, forms.DateTimeField):
        hours = 2 if name.startswith("began") else 1
        return [f"{timezone.localtime() - timezone.timedelta(hours=hours):%Y-%m-%dT%H:%M}"]
    if isinstance(field, forms.DateField):
        return [f"{timezone.localdate()}"]
    if isinstance(field, forms.IntegerField):
        return ["1"]
    return [text] if isinstance(field, forms.CharField) else [str(form[name].value() or "")]


def post(browser, url: str, given: dict[str, list[str]]):
    """As bytes, for no client writes half a character."""
    pairs = [
        f"{quote_plus(name)}={quote_plus(one.encode(errors='surrogatepass'))}"
        for name, several in given.items()
        for one in several
    ]
    return browser.post(url, "&".join(pairs), content_type="application/x-www-form-urlencoded")


def seen(text: str) -> str:
    """As it arrives, and as one sees it: so it is kept."""
    return visible(text.encode(errors="surrogatepass").decode(errors="replace"))


def everything() -> str:
    models = [*apps.get_app_config("accountability").get_models(), Entry, Service, Contest]
    values = (str(value) for model in models for row in model.objects.values_list() for value in row)
    return "\n".join([*values, *(one.words for one in Contest.objects.all())])


def faults(browser, url: str, page, text: str) -> str:
    """What is wrong with the answer; empty where nothing is."""
    given = filled(page.context["form"], text)
    hidden = {name: [str(one)] for name, one in page.context["hidden"].items()}
    with transaction.atomic():
        answer = post(browser, url, given | hidden)
        known = everything()
        transaction.set_rollback(True)
    if answer.status_code == 302:
        return (
            ""
            if [text] not in given.values() or seen(text) in known
            else f"taken, and not kept {given}"[:300]
        )
    form = answer.context and answer.context.get("form")
    told = [sentence for errors in form.errors.values() for sentence in errors] if form else []
    if answer.status_code >= 500 or not told:
        return f"{answer.status_code} without a word"
    return "" if all(sentence.endswith(("。", "？")) for sentence in told) else f"no sentence: {told}"


@pytest.mark.parametrize("stage", STAGES)
def test_what_nobody_types_is_refused_at_its_field_or_kept_whole(county, enter, stage):
    it = play_to(county, stage)
    assert found_at(doors(it, stage), enter) == {}


@pytest.mark.parametrize("stage", ["served", "received", "pleaded", "judged", "appealed"])
def test_neither_is_what_nobody_types_into_the_forms_about_a_paper(county, enter, stage):
    _it, paper = play_paper(county, stage)
    assert found_at(doors_of_paper(county, paper), enter) == {}


def found_at(opened: dict[str, Person], enter) -> dict[str, str]:
    """What is wrong with the answers, by address and by what was typed."""
    assert opened
    found = {}
    for url, who in opened.items():
        browser = enter(who)
        page = browser.get(url)
        for name, text in FORGED.items():
            if told := faults(browser, url, page, text):
                found[f"{url} {name}"] = told
    return found
