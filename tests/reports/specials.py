"""专报 played to a state by the verbs."""

from reports import actions
from reports.models import Bulletin
from reports.rendering import render_issue
from tests.reports.conftest import text_of


def answer(county, record=None) -> Bulletin:
    """The draft of the answer to an accepted instruction of the magistrate."""
    record = record or county.instruction("accepted", to=[county.water, county.roads])
    return actions.draft_answer(county.officer, record.matter)


def survey(county, *matters, readers=()) -> Bulletin:
    """The draft of an investigation report on these matters, all written up, for these leaders."""
    bulletin = actions.draft_survey(county.officer, matters)
    body = bulletin.body.replace("【请写明调研发现的问题、原因和影响】", "排查不彻底，两座水库漏查。")
    body = body.replace("【请写明建议采取的措施、责任单位和时限】", "建议由县水利局限期补查。")
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"body": body}, {}, readers)
    return fresh(bulletin)


def issue(county, bulletin, signer=None) -> Bulletin:
    actions.submit(county.officer, bulletin)
    sealed = bulletin.quotes.filter(matter__secrecy="sealed").exists()
    actions.check(county.deputy if sealed else county.colleague, bulletin)
    actions.sign(signer or county.director, bulletin)
    render_issue(fresh(bulletin).rendering.pk)
    bulletin = fresh(bulletin)
    assert bulletin.state == "issued", bulletin.rendering.trouble
    return bulletin


def fresh(bulletin) -> Bulletin:
    return Bulletin.objects.get(pk=bulletin.pk)
