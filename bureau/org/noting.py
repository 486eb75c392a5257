"""管理记录: what administrators do is written down where they cannot take it back."""

from bureau.org.models import AdminEntry


def note(by, sentence: str, person=None) -> None:
    """`person`: whom it concerns, where it concerns one."""
    AdminEntry.objects.create(actor=by, actor_words=by.signature, person=person, sentence=sentence)
