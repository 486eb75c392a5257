"""A bulletin tells of nobody who complained about what it reports on, names no cadre, and says nothing of what a room withholds."""

import json

from bureau.jobs.barred import Barred
from bureau.matters.rooms import rooms
from bureau.org.names import said_in_passing
from bureau.vault.checking import require_untold
from reports.drawing import quoted
from reports.inserts import matters_of


def refuse_told(bulletin) -> None:
    """Raises Told where its words tell who is kept on a matter that it answers, quotes or shows in a table, Barred where they name a
    cadre, or a room withholds them."""
    matters = {matter.pk for found in (quoted(bulletin), matters_of(bulletin)) for matter in found}
    whole = "\n".join(texts(bulletin).values())
    for sentence in (sentence for room in rooms() for sentence in room.withholds(whole)):
        raise Barred(sentence)
    if said_in_passing(whole):
        raise Barred("文字里有干部的姓名。通报、专报写单位和职务，不写姓名，请改正。")
    require_untold(matters | ({bulletin.answers_id} if bulletin.answers_id else set()), texts(bulletin))


def texts(bulletin) -> dict[str, str]:
    """All that is printed and was typed, by what it is called."""
    quotes = "\n".join(f"{one.title} {one.progress} {one.reason}" for one in bulletin.quotes.all())
    inserts = "\n".join(
        f"{one.title} {json.dumps(one.data, ensure_ascii=False)}" for one in bulletin.inserts.all()
    )
    found = {"标题": bulletin.title, "正文": bulletin.body, "引用事项": quotes, "插入件": inserts}
    return {name: words for name, words in found.items() if words}
