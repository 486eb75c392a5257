"""The steps of a decision that is long over, in a folder: what was written at each, as its verb writes it."""

from dataclasses import dataclass
from datetime import datetime

from bureau.demo.cast import Cast
from bureau.demo.opening import decision
from bureau.demo.past.course import Course
from bureau.demo.rows.copying import Row
from bureau.demo.rows.folder import Folder, Keys
from bureau.matters import numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import dues
from bureau.matters.models import Reply
from bureau.matters.parts import steps
from bureau.org.posts import Post
from directives import flow
from directives.actions.setting_up import cover_of, record_of
from directives.models import Source

PERCENT = 60
WITHOUT_PROOF = "报告没有附验收资料，请补齐后再报。"
CHECKED = "核对资料属实，予以销号。"


@dataclass(frozen=True)
class Telling:
    """One decision, told from its registration to its end."""

    course: Course
    cast: Cast
    source: Source
    keys: Keys

    def told(self) -> Folder:
        folder = self.registered()
        self.approved(folder)
        self.dispatched(folder)
        self.worked_on(folder)
        self.closed(folder)
        return folder

    @property
    def officer(self):
        return self.course.scene.officer

    @property
    def title(self) -> str:
        return self.course.scene.tale.title

    @property
    def due(self):
        return self.course.scene.days.day(self.course.scene.tale.due)

    def day(self, after: int, turn: int = 0) -> datetime:
        """`after`: working days since the paper."""
        return self.course.at(self.course.paper + after, turn)

    def registered(self) -> Folder:
        words, at = decision(self.course.scene), self.day(1)
        cover = cover_of(self.officer, self.source, words, at)
        kept = ("title", "urgency", "secrecy", "registered_at", "due_at", "words")
        record = record_of(words) | {"stages": "[]", "source_id": self.source.pk}
        record["ordinal"] = self.course.scene.ordinal
        folder = Folder(self.keys, self.officer, {name: getattr(cover, name) for name in kept}, record)
        folder.plan([words.lead, *words.co])
        folder.tell(flow.REGISTER, self.officer, at, source=self.source.words)
        return folder

    def approved(self, folder: Folder) -> None:
        director, proposed, approved = self.cast.people["director"], self.day(1, 1), self.day(2)
        folder.tell(flow.PROPOSE, self.officer, proposed)
        folder.owe(dues.APPROVE, proposed, done_at=approved, holder_post=Post.DIRECTOR.value)
        number, matter = numbers.take("", approved), folder.matter
        matter.number, matter.words = number, f"{fold(number)} {matter.words}"
        folder.tell(flow.APPROVE, director, approved, number=number)
        folder.owe(dues.DISPATCH, approved, done_at=self.day(3), holder_person_id=self.officer.pk)

    def dispatched(self, folder: Folder) -> None:
        at, lead = self.day(3), folder.parts[0]
        folder.directive.notice_number = numbers.take("通", at)
        folder.tell(flow.DISPATCH, self.officer, at, lead=lead.unit.short, due=f"{self.due:%Y-%m-%d}")
        folder.matter.opened_at = at
        for turn, part in enumerate(folder.parts, start=1):
            signed = self.day(3 if part is lead else 4, turn)
            vars(part).update(opened_at=at, signed_at=signed)
            folder.owe(dues.SIGN, at, done_at=signed, **of(part))
            folder.tell(steps.SIGN, self.liaison(part), signed, part)

    def worked_on(self, folder: Folder) -> None:
        """Told of once; the parts done, then the whole, which may come back."""
        opened, told, lead = folder.matter.opened_at, self.course.at(self.course.told), folder.parts[0]
        words = f"{self.title}：已制定方案，责任到人，完成约{PERCENT}%。"
        folder.owe(dues.FIRST_REPLY, opened, done_at=told, **of(lead))
        folder.reply(lead, self.liaison(lead), Reply.Kind.PROGRESS, words, told, percent=PERCENT)
        folder.tell(steps.REPLY, self.liaison(lead), told, lead, text=words, percent=str(PERCENT))
        for turn, part in enumerate(folder.parts[1:], start=1):
            done = self.course.at(self.course.parts, turn)
            words = f"{part.unit.short}承担的部分已完成，资料已报{lead.unit.short}：{self.title}。"
            folder.owe(dues.PART, opened, self.due, done, **of(part))
            folder.reply(part, self.liaison(part), Reply.Kind.FINAL, words, done)
            folder.tell(steps.FINISH, self.liaison(part), done, part, text=words)
        if self.course.back is None:
            self.reported(folder, opened, self.course.at(self.course.finished))
        else:
            self.sent_back(folder, opened)

    def sent_back(self, folder: Folder, opened: datetime) -> None:
        first, back = self.course.at(self.course.reported), self.course.at(self.course.back)
        self.reported(folder, opened, first, f"{self.title}，任务基本完成，申请销号。")
        self.judged(folder, Reply.State.RETURNED, back, WITHOUT_PROOF)
        folder.tell(flow.RETURN, self.officer, back, folder.parts[0], reason=WITHOUT_PROOF)
        self.reported(folder, back, self.course.at(self.course.finished))

    def reported(self, folder: Folder, owed: datetime, at: datetime, words: str = "") -> None:
        """`owed`: since when."""
        lead, words = folder.parts[0], words or f"{self.title}，任务已全部完成，资料齐备，已归档备查。"
        folder.owe(dues.REPORT, owed, self.due, at, **of(lead))
        folder.reply(lead, self.liaison(lead), Reply.Kind.FINAL, words, at)
        folder.tell(flow.REPORT, self.liaison(lead), at, lead, text=words)
        folder.owe(dues.REVIEW, at, holder_person_id=self.officer.pk)
        folder.matter.finished_at = at

    def judged(self, folder: Folder, state: str, at: datetime, remark: str) -> None:
        """The last report, and the duty to review it."""
        vars(folder.rows[Reply][-1]).update(
            state=str(state), judged_by_id=self.officer.pk, judged_at=at, remark=remark
        )
        folder.owed[-1].done_at = at

    def closed(self, folder: Folder) -> None:
        at = self.course.at(self.course.closed)
        self.judged(folder, Reply.State.ACCEPTED, at, CHECKED)
        folder.tell(flow.CLOSE, self.officer, at, remark=CHECKED)
        folder.turn(flow.CLOSED, closed_at=at)
        for part in folder.parts:
            part.open, part.state = False, steps.DONE

    def liaison(self, part: Row):
        return self.cast.liaison(part.unit.short)


def of(part: Row) -> dict:
    return {"holder_unit_id": part.unit_id, "assignment_id": part.id}
