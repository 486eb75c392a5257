"""A county at work: one of everything that has an address, in the hands of known people."""

from django.core.files.base import ContentFile
from django.utils import timezone

import accountability.actions as accounting
import complaints.actions as complaining
import directives.inspections.actions as inspecting
import instructions.actions as instructing
from accountability import clearing
from appraisal.cadres import actions as grading
from appraisal.models import Period
from bureau.files import store
from bureau.jobs import shelf
from bureau.jobs.models import Job
from bureau.leading.models import Ink
from bureau.matters.inside import giving, reporting
from bureau.matters.lineage import changing
from bureau.matters.models import Attachment, Duty, InnerFile, InnerTask, Reply, UpstreamChange
from bureau.matters.parts import assignments
from bureau.notices.models import Notice
from bureau.pages.colleagues import Share
from bureau.urging import actions
from bureau.vault import opening, scans
from bureau.vault.particulars import Particulars
from complaints.actions import visiting
from complaints.models import Complaint
from directives.actions import importing
from reports import actions as bulletins
from reports.models import Bulletin, Layout, Mailing
from reports.rendering import render_issue
from tests.accountability.playing import explaining, play, register_people
from tests.appraisal import playing as appraising
from tests.ballots import playing as polling
from tests.county import CITY, in_days
from tests.house.papers import minutes, picture
from tests.merits import playing as meriting
from tests.reimport.excel import came_back
from tests.vault.planted import WHO


class Scene:
    """`running`: dispatched to water (lead) and roads (co), water has answered with a file; `draft`: registered
    only; `sealed`: a sealed one of finance; a source with its paper; an intake; two bulletins, and a
    `special` for the magistrate; an `insert` of the draft, an `objection` to what was issued, a `mailing`, a `layout`;
    `instructed`: the magistrate's word, dispatched to water and roads; `noted`: registered only; `confided`: the same,
    sealed; `answered`: a city leader's, whose 专报 has been presented;
    `ink`: the magistrate's word, written by hand;
    `complained`: a complaint about horse, dispatched to water and roads, with a `coordination`, its first thing `agreed` and a
    `hearing`; `heard`: registered only; `reception`: the first one's;
    `visit`: to enterprises, where a `question` was raised that waits;
    `identity`: of who complained about the running one, with a `letter` of theirs;
    `sitting`: a meeting whose minutes are late, of which `expected` is not registered;
    `suggested`: put to water because of the running one, and signed for, under which something has `changed`; `thought`: written only;
    `visited`: on site at water and roads, a problem (`finding`) found at both, the `target` water's; `planned`: a plan as it was
    written down; `looked`: one that is over and can be looked back at; `contested`: whose conclusion (`service`) water contests
    (`contest`), and what is proposed to be made of it (`use`);
    `clue`: of accountability, with a request for `tolerance`; `explanation`: asked for by letter, on another clue; `decided`: a case of water, its `deputy` and its head, on whom a decision
    was `served`, a `sanction` of the head's, an `interview`, a `meeting`, a `paper` to the organ that decides; `cadre`: the head, asked about in a
    signed `clearance`; `interest`: of the officer's, with roads;
    `scheme`: of appraisal, as it is drafted; `half`: a half-year that was published, water's part in it `scored`, its
    `meeting_on_scores`, the head's `merit` in it; `period`: the year as it is collected, water's part `appraised`, an
    `adjustment` that waits for approval; `poll`: of that year, as it is voted on; `ended`: one that was closed, its paper not counted yet;
    `reimport`: the officer's ledger as it came back, with another title for the draft;
    `task`: what water handed inside to one of its people of the running one, `inner`: a file of another's report;
    `late`: of which water was issued a `slip`, and roads owes its part (`duty`)."""

    def __init__(self, county):
        self.county = county
        self.running = county.directive("running", to=[county.water, county.roads], title="完成水库隐患排查")
        self.draft = county.directive("draft", to=[county.finance], title="拨付村级运转经费")
        self.sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
        self.part = county.part(self.running)
        assignments.reply(county.water_liaison, self.part, "已排查十二座", 30, [keep(picture(), "现场.png")])
        self.notice = Notice.objects.create(
            person=county.officer,
            news="entry",
            matter=self.running.matter,
            entry=self.running.matter.entries.first(),
            at=timezone.now(),
        )
        self.reply = Reply.objects.get(assignment=self.part)
        self.file = Attachment.objects.get(matter=self.running.matter)
        self.task, self.inner = broken_down(county, self.part)
        self.identity = opening.keep(
            county.officer, self.running.matter, WHO, [sealed(picture(), "来信.png")]
        )
        self.letter = self.identity.scans.get()
        self.instructed = county.instruction("running", to=[county.water, county.roads])
        self.noted, self.confided = (
            county.instruction("registered"),
            county.instruction("registered", secrecy="sealed"),
        )
        self.answered = county.instruction("reported", word=county.word(**CITY))
        self.intake = importing.take_in(county.officer, keep(minutes(), "纪要.docx"))
        committed = importing.take_in(county.officer, keep(minutes(), "纪要.docx"))
        self.source = importing.commit(county.officer, committed)
        self.drafted = bulletins.draft_from_source(county.officer, county.source)
        self.issued = issue(county, bulletins.draft_from_source(county.officer, county.source))
        self.insert = bulletins.add_insert(
            county.officer, self.drafted, "text", bulletins.Given("说明", text="一、范围")
        )
        bulletins.object_to(county.water_liaison, self.issued, "第1项的时限", "时限应为年底。")
        self.objection = self.issued.objections.get()
        self.layout = bulletins.keep_layout(
            county.officer, Layout(series="brief", head="督查快报", version=0)
        )
        self.mailing = bulletins.keep_mailing(county.officer, Mailing(name="县领导", version=0), [], [])
        self.special = issue(county, special(county, self.running.matter))
        self.ink = by_hand(county)
        self.job = done_job(county.officer)
        self.sitting = county.sitting()
        self.expected = self.sitting.expected.get()
        self.suggested = county.suggestion("sent", about=self.running.matter)
        self.thought = county.suggestion("draft")
        changing.upset(self.running.matter, changing.What.DUE_MOVED, "时限变动", timezone.now())
        self.changed = UpstreamChange.objects.get(kind="matter", key=self.suggested.pk)
        self.late = county.directive("running", to=[county.water, county.roads], due=in_days(-20))
        self.slip = actions.issue(county.officer, owed(self.late, "report"), "slip")
        self.duty = owed(self.late, "part")
        self.complained = county.complaint("running", to=[county.water, county.roads])
        self.heard = county.complaint("registered", who=Particulars(name="来电群众乙"))
        self.reception = self.complained.receptions.get()
        complaining.coordinate(county.clerk, self.complained, **coordination())
        self.complained = Complaint.objects.select_related("matter").get(pk=self.complained.pk)
        self.coordination = self.complained.coordinations.get()
        self.agreed = self.coordination.items.first()
        questions = {"questions": "收费依据是什么？", "until": in_days(3)}
        complaining.ask_explanation(county.clerk, self.complained, **questions)
        self.hearing = self.complained.hearings.get()
        self.visit = visiting.register_visit(
            county.clerk, "visit", timezone.localdate(), "马石镇", "副局长", 3, ["办证窗口拖了两个月。"]
        )
        self.question = self.visit.questions.get()
        self.planned = county.inspection("draft", targets=(county.finance,))
        self.visited = county.inspection("visited", targets=(county.water, county.roads))
        self.target = self.visited.targets.get(assignment__unit=county.water)
        self.finding = self.target.findings.get()
        self.contested = county.inspection("contested")
        found = self.contested.targets.get()
        self.service, self.contest = found.service, found.service.contests.get()
        self.use = inspecting.propose_use(county.officer, found, "criticise", "明知故犯。")
        self.reimport = came_back(county.officer, [self.draft], "督查事项", "拨付村级组织运转经费")
        self.looked = county.inspection("served")
        inspecting.close(county.officer, self.looked, "查了一家。")
        self.account()
        self.appraise()

    def appraise(self) -> None:
        """A scheme as it is drafted; a half-year that was published; the year as it is collected, with an adjustment that waits."""
        water, roads = self.county.water, self.county.roads
        self.scheme = appraising.draft(self.county, "乡镇类", [self.county.horse])
        in_force = appraising.publish(
            self.county, appraising.draft(self.county, units=[water, roads], supplier=roads)
        )
        half = appraising.begin(self.county, in_force, part=Period.Part.HALF)
        self.half = appraising.play(self.county, half, "published")
        self.meeting_on_scores = self.half.meetings.get()
        self.scored = appraising.part_of(self.half, water)
        self.grade_cadres()
        self.period = appraising.play(self.county, appraising.begin(self.county, in_force), "collecting")
        self.appraised = appraising.part_of(self.period, water)
        self.adjustment = appraising.adjust(self.county, self.period, water, "督查批评")
        units = {"units": [water, roads]}
        self.poll = polling.begun(self.county, self.period, **units)
        polling.codes(self.county, self.poll, 1)
        self.ended = polling.begun(self.county, self.period, title="单位互评", **units)
        polling.vote(self.county, self.ended, [(1, 2)] * 5)
        polling.close(self.county, self.ended)

    def grade_cadres(self) -> None:
        """Of the half-year: the head's praise was sent, a promotion waits for the director."""
        self.merit = meriting.merit_of(meriting.play(self.county, self.half, "approved"), "head")
        meriting.carry_out(self.county, self.merit, "praise", until="sent")
        grading.propose(appraising.appraiser(self.county), self.merit, ["promote"])

    def account(self) -> None:
        """A clue with a request for tolerance, and a case whose three decisions were served."""
        people = register_people(self.county)
        clue = play(self.county, "clue", people=people)
        accounting.apply_tolerance(
            self.county.inquirer, clue.subject("unit"), "已经报告在先。", timezone.localdate()
        )
        self.clue = clue.record
        self.tolerance = clue.subject("unit").tolerance
        asked = play(self.county, "clue", people=people, summary="又一件事。")
        explaining(asked)
        self.explanation = asked.subject("deputy").explanations.get()
        decided = play(self.county, "decided", people=people, summary="另一件事。")
        self.decided, self.deputy = decided.record, decided.subject("deputy")
        self.sanction = decided.sanction("head", "reminder")
        self.served, self.paper = decided.subject("head").decision, self.decided.papers.get()
        self.interview, self.meeting = self.decided.interviews.get(), self.decided.meetings.get()
        self.cadre = people["head"].cadre
        today = timezone.localdate()
        letter = clearing.Letter("县委组织部", today, today, "拟提拔人选考察")
        asked = clearing.draft(self.county.inquirer, letter, [people["head"]])
        self.clearance = clearing.sign(self.county.director, asked)
        (self.interest,) = accounting.declare(self.county.officer, "kin", units=[self.county.roads])


def broken_down(county, part) -> tuple:
    """A task that is open, and a file of one that was reported."""
    one, other = county.member("one"), county.member("other")
    shares = [Share(who, "排查水库大坝", in_days(5)) for who in (one, other)]
    giving.break_down(county.water_liaison, part, shares)
    reporting.report(other, InnerTask.objects.get(person=other), "已排查", [keep(picture(), "坝体.png")])
    return InnerTask.objects.get(person=one), InnerFile.objects.get()


def coordination() -> dict:
    return {
        "held_on": timezone.localdate(),
        "place": "县道红岩路段",
        "went": "副局长",
        "present": "县水利局分管副局长",
        "minutes": "现场责令停止收费。",
        "items": [complaining.Agreed("县水利局", "拆除收费卡", in_days(3))],
    }


def keep(content: bytes, name: str) -> store.Kept:
    return store.keep(ContentFile(content, name=name))


def sealed(content: bytes, name: str) -> store.Kept:
    """A letter as it arrives at a page that takes scans."""
    return store.keep_sealed(ContentFile(content, name=name), scans.LARGEST)


def owed(directive, step: str) -> Duty:
    return Duty.objects.select_related("matter", "assignment__unit").get(matter=directive.pk, step=step)


def by_hand(county) -> Ink:
    """A word that waits to be put into letters, and the photograph of it."""
    photo, word = keep(picture(), "手写.png"), county.word(words="", origin="ink")
    record = instructing.instruct(
        county.magistrate, word, instructing.OnPaper("关于校车安全的报告"), files=[photo]
    )
    return Ink.objects.create(
        round=record.round, person=county.magistrate, picture=photo.sha256, at=timezone.now()
    )


def done_job(person) -> Job:
    """A piece of long work that has ended with a file."""
    job = Job.objects.create(
        person=person,
        kind="directives.export",
        words="导出",
        state="done",
        outcome="已导出。",
        ended_at=timezone.now(),
    )
    with shelf.writing(job.pk) as out:
        out.write(b"file")
    Job.objects.filter(pk=job.pk).update(name="台账.xlsx", **shelf.weigh(job.pk))
    return job


def special(county, matter) -> Bulletin:
    """An investigation report on the matter, for the magistrate alone."""
    bulletin = bulletins.draft_survey(county.officer, [matter])
    text = {"title": bulletin.title, "body": "漏查两座水库。", "report_to": "", "copies": 1}
    bulletins.edit(county.officer, bulletin, text, {}, [county.magistrate])
    return bulletin


def issue(county, bulletin) -> Bulletin:
    bulletins.submit(county.officer, bulletin)
    bulletins.check(county.colleague, bulletin)
    bulletins.sign(county.director, bulletin)
    bulletin.refresh_from_db()
    render_issue(bulletin.rendering.pk)
    return Bulletin.objects.get(pk=bulletin.pk)
