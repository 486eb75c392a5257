"""What somebody has typed and not yet sent: kept on the server, theirs alone, by the path of the form."""

from bureau.matters.models import Draft

LONGEST = 10_000  # characters kept of one field
NOT_TYPED = {"csrfmiddlewaretoken", "once", "seen", "back", "draft", "do"}


def keep(person, form: str, post) -> None:
    """Keep the typed fields of a posted form; an empty one leaves no draft."""
    values = {
        name: post.get(name)[:LONGEST].replace("\x00", "")
        for name in post
        if name not in NOT_TYPED and not name.endswith("-kept") and post.get(name).strip()
    }
    if not values:
        return forget(person, form)
    Draft.objects.update_or_create(person=person, form=form, defaults={"values": values})
    return None


def recall(person, form: str) -> Draft | None:
    return Draft.objects.filter(person=person, form=form).first()


def forget(person, form: str) -> None:
    Draft.objects.filter(person=person, form=form).delete()
