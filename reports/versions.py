"""版本: every text of a draft as somebody left it, and what differs between two of them."""

from django.utils import timezone

from bureau.org.actor import Actor
from reports.differing import Row, rows
from reports.models import Version

TEXTS = ("title", "body", "main_to", "report_to", "send_to", "issue_to", "copy_to", "note")
LABELS = {
    "title": "标题",
    "body": "正文",
    "main_to": "主送",
    "report_to": "报",
    "send_to": "送",
    "issue_to": "发",
    "copy_to": "抄送",
    "note": "附注",
    "quotes": "引用事项",
    "inserts": "表、图、照片、附件",
}


def keep(bulletin, who, step) -> Version | None:
    """A row for the draft as it is now; none where nothing changed since the last."""
    content, last = content_of(bulletin), bulletin.versions.first()
    if last and last.content == content:
        return None
    number = last.number + 1 if last else 1
    return Version.objects.create(
        bulletin=bulletin,
        number=number,
        person=Actor.of(who).principal,
        at=timezone.now(),
        step=step.label,
        content=content,
    )


def content_of(bulletin) -> dict[str, str]:
    quotes = "\n".join(
        f"{quote.order} {quote.title}：{quote.progress}{f'（滞后：{quote.reason}）' if quote.lagging else ''}"
        for quote in bulletin.quotes.all()
    )
    inserts = "\n".join(f"{one}{'（附件）' if one.annex else ''}" for one in bulletin.inserts.all())
    return {name: getattr(bulletin, name) for name in TEXTS} | {"quotes": quotes, "inserts": inserts}


def differences(before: dict, now: dict) -> list[tuple[str, list[Row]]]:
    """Label and rows of each text that differs."""
    changed = [name for name in LABELS if before.get(name, "") != now.get(name, "")]
    return [(LABELS[name], rows(before.get(name, ""), now.get(name, ""))) for name in changed]
