"""Tables, charts, photos and annexed texts of a draft: put in, changed, taken out."""

from dataclasses import dataclass, field

from django.db.models import Max
from django.utils import timezone

from bureau.jobs.barred import Barred
from reports import flow, inserts, versions
from reports.inserts.photos import keep_photo
from reports.models import Insert
from reports.policy import takes

MOST = 40


@dataclass(frozen=True)
class Given:
    """What is said of an insert: `spec` of a table or a chart, `text` of an annexed text, `photo` an upload."""

    title: str
    annex: bool = False
    spec: dict = field(default_factory=dict)
    text: str = ""
    photo: object | None = None


@takes(flow.INSERT)
def add_insert(actor, bulletin, kind: str, given: Given) -> Insert:
    """插入. Of what stands in the text the mark is put on a line of its own at the end; the drafter moves it."""
    if bulletin.inserts.count() >= MOST:
        raise Barred(f"一期最多放{MOST}个表、图、照片和附文。")
    if kind == Insert.Kind.PHOTO and given.photo is None:
        raise Barred("请选一张照片。")
    last = bulletin.inserts.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0
    insert = Insert(bulletin=bulletin, kind=kind, number=last + 1)
    fill(actor, bulletin, insert, given)
    changes = {"body": marked(bulletin.body, insert)}
    flow.take(flow.INSERT, bulletin, actor, changes=changes, **named(insert))
    versions.keep(bulletin, actor, flow.INSERT)
    return insert


@takes(flow.EDIT_INSERT)
def edit_insert(actor, bulletin, insert, given: Given) -> Insert:
    fill(actor, bulletin, insert, given)
    changes = {"body": marked(bulletin.body, insert)}
    flow.take(flow.EDIT_INSERT, bulletin, actor, changes=changes, **named(insert))
    versions.keep(bulletin, actor, flow.EDIT_INSERT)
    return insert


@takes(flow.DROP_INSERT)
def drop_insert(actor, bulletin, insert):
    """删除, with its mark in the text. Its number is not given again while later ones stand."""
    changes = {"body": unmarked(bulletin.body, insert)}
    entry = flow.take(flow.DROP_INSERT, bulletin, actor, changes=changes, **named(insert))
    insert.delete()
    versions.keep(bulletin, actor, flow.DROP_INSERT)
    return entry


def marked(body: str, insert) -> str:
    """The text with its mark; of an annex without it."""
    if insert.annex:
        return unmarked(body, insert)
    return body if insert.mark in map(str.strip, body.splitlines()) else f"{body.rstrip()}\n{insert.mark}"


def unmarked(body: str, insert) -> str:
    return "\n".join(line for line in body.splitlines() if line.strip() != insert.mark)


def fill(person, bulletin, insert, given: Given) -> None:
    """Draw it anew and keep it."""
    insert.title, insert.drawn_at = given.title, timezone.now()
    insert.annex = given.annex or insert.kind == Insert.Kind.TEXT
    if insert.kind == Insert.Kind.TEXT:
        insert.data = {"text": given.text}
    elif insert.kind == Insert.Kind.PHOTO and given.photo:
        kept = keep_photo(given.photo)
        insert.name, insert.size, insert.sha256 = kept.name, kept.size, kept.sha256
    elif insert.kind != Insert.Kind.PHOTO:
        insert.spec = given.spec
        insert.data = inserts.draw(person, bulletin, insert.kind, given.spec)
    insert.save()


def named(insert) -> dict:
    return {"label": insert.label, "title": insert.title}
