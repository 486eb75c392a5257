"""Scene 3: the disk is full. Uploads and exports are refused in words, and nothing lies about afterwards."""

from collections.abc import Iterator
from io import BytesIO
from random import Random
from urllib.request import Request
from uuid import uuid4

from django.conf import settings
from PIL import Image

from bureau.bench.cast import Cast
from bureau.chaos import disk, papers
from bureau.chaos.house import House
from bureau.chaos.programs import Program
from bureau.chaos.promises import Promise
from bureau.chaos.storm import after, until
from bureau.chaos.visitor import Answer, Visitor
from bureau.demo.cast import PASSWORD
from bureau.files.room import WORDS
from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters.models import Attachment, Reply
from bureau.matters.parts import assignments
from bureau.setup.say import step

SIZE = 24 * 1024 * 1024  # of the disk, in bytes
LITTLE = 4096  # largest file where no disk can be mounted
SMALL, LARGE = 250, 1100  # sides of pictures: one arrives in memory, the other by the disk
SENTENCE = WORDS.partition("，")[0]
PATIENCE = 120  # seconds for an answer, and for long work to end
AFTERWARDS = 10  # seconds for the house to tidy up
TYPED = "正在推进，附现场照片。"
LEDGER = {"list": "directives.views.ledger.Ledger", "query": ""}


class FullDisk:
    """`troubles`: what was not as promised, in words."""

    def __init__(self, house: House) -> None:
        self.house, self.troubles = house, []
        self.passing = house.var / "passing"

    def play(self) -> None:
        with step("磁盘写满：上传、导出、后台办理，再腾出空间"):
            part = papers.dispatched(1)[0]
            assignments.sign(Cast().liaisons[part.unit_id], part)
            for program in (self.house.web, *self.house.workers):
                program.kill()
            self.mounted = disk.mount(self.house.var, SIZE)
            self.passing.mkdir(exist_ok=True)
            self.while_full(part)
            self.afterwards(part)

    def while_full(self, part) -> None:
        web, worker = self.programs(full=True)
        self.liaison = self.visitor(Cast().liaisons[part.unit_id].username)
        officer = self.visitor("officer1")
        ballast = disk.fill_up(self.house.var) if self.mounted else None
        for side in (SMALL, LARGE):
            answer = self.upload(part, side)
            self.expect(answer.status == 200 and TYPED in answer.words, "上传后填写的内容没有保留")
            self.expect(SENTENCE in answer.words, "上传没有得到说明")
        officer.insist("/directives/?export=xlsx")
        told = SENTENCE in officer.insist("/directives/").words
        self.expect(
            told or not self.mounted, "导出没有得到说明"
        )  # a short one fits into the largest file allowed
        self.expect(SENTENCE in self.outcome(), "后台导出没有得到说明")
        self.expect(not Reply.objects.filter(text=TYPED).exists(), "被拒绝的反馈留下了记录")
        self.answers = self.liaison.answers + officer.answers
        worker.kill()
        if ballast:
            ballast.unlink()
        else:
            web.kill()
            self.programs(full=False)

    def afterwards(self, part) -> None:
        """With room again the same goes through; what lies on the disk is what the database knows of."""
        self.expect(self.upload(part, LARGE).acknowledges, "腾出空间后仍不能上传")
        known = set(Attachment.objects.values_list("sha256", flat=True))
        lying = {path.name for path in settings.FILES_ROOT.rglob("*") if path.is_file()}
        self.expect(
            len(known) == 1 and lying == known, f"存储与记录不一致：{len(lying)}个文件、{len(known)}条记录"
        )
        self.expect(until(lambda: not self.left_lying(), AFTERWARDS), f"留下了临时文件{self.left_lying()}")

    def left_lying(self) -> list[str]:
        """Temporary files; those of a request go a moment after its answer."""
        return [path.name for path in self.passing.rglob("*") if path.is_file()]

    def programs(self, full: bool) -> tuple[Program, Program]:
        """One web and one worker whose temporary files lie on that disk as well."""
        made = self.house.web, self.house.workers[0]
        for program in made:
            program.environment["TMPDIR"] = str(self.passing)
            argv = program.argv
            if full and not self.mounted:
                program.argv = disk.limited(argv, LITTLE)
            program.start()
            program.argv = argv
        return made

    def visitor(self, username: str) -> Visitor:
        visitor = Visitor(self.house.address, after(PATIENCE))
        visitor.log_in(username, PASSWORD)
        return visitor

    def upload(self, part, side: int) -> Answer:
        path = f"/assignments/{part.pk}/reply/"
        fields = self.liaison.insist(path).hidden | {"text": TYPED}
        return self.liaison.send(multipart(self.house.address + path, fields, picture(side)))

    def outcome(self) -> str:
        """How long work ended that the worker did on the full disk."""
        job = start(Cast().officers[0], "matters.export", "导出决策督查台账", **LEDGER)
        until(lambda: Job.objects.get(pk=job.pk).has_ended, PATIENCE)
        return Job.objects.get(pk=job.pk).outcome

    def expect(self, held: bool, trouble: str) -> None:
        if not held:
            self.troubles.append(trouble)

    def promises(self) -> Iterator[Promise]:
        way = "整个磁盘" if self.mounted else "限制单个文件大小"
        broken = sum(times for status, times in self.answers.items() if status.startswith("5"))
        said = "、".join(f"{status} {times}次" for status, times in sorted(self.answers.items()))
        words = "；".join(self.troubles) or "每次都有说明，腾出空间后办成，没有多余的文件和记录"
        yield Promise(f"磁盘写满（{way}）", f"{words}；应答：{said}", not (self.troubles or broken))


def picture(side: int) -> bytes:
    """Noise, which cannot be compressed: about 3 × side² bytes."""
    stream = BytesIO()
    Image.frombytes("RGB", (side, side), Random(side).randbytes(3 * side * side)).save(stream, "PNG")
    return stream.getvalue()


def multipart(address: str, fields: dict[str, str], content: bytes) -> Request:
    mark = uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="现场.png"\r\nContent-Type: image/png\r\n\r\n'
    body = "".join([*parts, head]).encode() + content + f"\r\n--{mark}--\r\n".encode()
    return Request(address, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})
