"""版本: every text of a draft as somebody left it, and what differs between two of them."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Max
from django.utils import timezone

from reports.models import Version

TEXTS = ("title", "body", "main_to", "report_to", "send_to", "issue_to")
LABELS = {
    "title": "标题",
    "body": "正文",
    "main_to": "主送",
    "report_to": "报",
    "send_to": "送",
    "issue_to": "发",
    "quotes": "引用事项",
    "inserts": "表、图、照片、附件",
}
SAME, CUT, PUT = "same", "cut", "put"
NEAR = 0.5  # likeness of two lines from which on the characters that differ are marked


def keep(bulletin, person, step) -> Version | None:
    """A row for the draft as it is now; none where nothing changed since the last."""
    content, last = content_of(bulletin), bulletin.versions.first()
    if last and last.content == content:
        return None
    number = (bulletin.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    return Version.objects.create(
        bulletin=bulletin, number=number, person=person, at=timezone.now(), step=step.label, content=content
    )


def content_of(bulletin) -> dict[str, str]:
    quotes = "\n".join(
        f"{quote.order} {quote.title}：{quote.progress}{f'（滞后：{quote.reason}）' if quote.lagging else ''}"
        for quote in bulletin.quotes.all()
    )
    inserts = "\n".join(f"{one}{'（附件）' if one.annex else ''}" for one in bulletin.inserts.all())
    return {name: getattr(bulletin, name) for name in TEXTS} | {"quotes": quotes, "inserts": inserts}


@dataclass(frozen=True)
class Part:
    """A stretch of a line: the same in both, only in the earlier (cut), only in the later (put)."""

    kind: str
    text: str


def differences(before: dict, now: dict) -> list[tuple[str, list[list[Part]]]]:
    """Label and changed lines of each text that differs."""
    changed = [name for name in LABELS if before.get(name, "") != now.get(name, "")]
    return [(LABELS[name], lines_of(before.get(name, ""), now.get(name, ""))) for name in changed]


def lines_of(before: str, now: str) -> list[list[Part]]:
    """The lines that differ, each in its parts; a line that was mended is one line, not two."""
    old, new = before.splitlines(), now.splitlines()
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += paired(old[i1:i2], new[j1:j2])
    return found


def paired(old: list[str], new: list[str]) -> list[list[Part]]:
    """Lines in their order beside each other; what stands beside nothing was cut or put whole."""
    both = [mended(one, other) for one, other in zip(old, new, strict=False)]
    rest = [[Part(CUT, line)] for line in old[len(new) :]] + [[Part(PUT, line)] for line in new[len(old) :]]
    return [parts for pair in both for parts in pair] + rest


def mended(old: str, new: str) -> list[list[Part]]:
    """One line with the characters that differ marked, or both, where they have little in common."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < NEAR:
        return [[Part(CUT, old)], [Part(PUT, new)]]
    parts = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            parts.append(Part(SAME, old[i1:i2]))
        else:
            parts += [Part(CUT, old[i1:i2])] if i2 > i1 else []
            parts += [Part(PUT, new[j1:j2])] if j2 > j1 else []
    return [parts]
