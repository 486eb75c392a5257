"""A bulletin tells of nobody who complained about what it reports on."""

import json

from bureau.vault.checking import require_untold
from reports.drawing import quoted
from reports.inserts import matters_of


def refuse_told(bulletin) -> None:
    """Raises Told where its words tell who is kept on a matter that it answers, quotes or shows in a table."""
    matters = {matter.pk for found in (quoted(bulletin), matters_of(bulletin)) for matter in found}
    require_untold(matters | ({bulletin.answers_id} if bulletin.answers_id else set()), texts(bulletin))


def texts(bulletin) -> dict[str, str]:
    """All that is printed and was typed, by what it is called."""
    quotes = "\n".join(f"{one.title} {one.progress} {one.reason}" for one in bulletin.quotes.all())
    inserts = "\n".join(
        f"{one.title} {json.dumps(one.data, ensure_ascii=False)}" for one in bulletin.inserts.all()
    )
    found = {"标题": bulletin.title, "正文": bulletin.body, "引用事项": quotes, "插入件": inserts}
    return {name: words for name, words in found.items() if words}
