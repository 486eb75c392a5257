"""前言: all of a rule book that the county writes by itself."""

from django.db import transaction

from bureau.manual.models import Preamble
from bureau.manual.procedures.books import Book
from bureau.org.models import Person
from bureau.org.noting import note
from bureau.org.posts import Post


def may_write(person: Person) -> bool:
    return person.holds(Post.SYSTEM, Post.DIRECTOR)


@transaction.atomic
def write(person: Person, book: Book, text: str) -> Preamble | None:
    """The next version, which 审计记录 tells of; None where it says what already stands."""
    stands = Preamble.current(book.key)
    if text == (stands.text if stands else ""):
        return None
    version = Preamble.objects.filter(book=book.key).count() + 1
    note(person, f"修改《{book.title}》前言（第{version}版）：{text or '（删去）'}")
    return Preamble.objects.create(book=book.key, text=text, by=person)
