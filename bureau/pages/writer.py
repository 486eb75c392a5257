"""Whose form a page shows, signed into its hidden field `writer`: what is typed there outlives the login.

The field lets a post keep a draft of that one form for that one person; it opens nothing and takes no step."""

from datetime import timedelta

from django.core import signing
from django.http import HttpRequest

from bureau.org.models import Person
from bureau.pages import drafts

SALT = "writer"
AGE = timedelta(days=3)  # a form left open on Friday is still its writer's on Monday


def token(person: Person, form: str, sealed: bool = False) -> str:
    """`sealed`: what is typed there is kept as cipher text."""
    return signing.dumps([person.pk, form, sealed], salt=SALT)


def whose(request: HttpRequest) -> tuple[Person | None, bool]:
    """Who wrote this post, if its field is ours, young enough, and of this very form; and whether it is kept sealed."""
    try:
        key, form, *sealed = signing.loads(request.POST.get("writer", ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return None, False
    here = form == drafts.form_at(request.get_full_path())
    return Person.objects.filter(pk=key, is_active=True).first() if here else None, any(sealed)


def rescue(request: HttpRequest) -> bool:
    """Keep what a post holds that cannot be taken: for its writer, whom nobody else is logged in instead of."""
    writer, sealed = whose(request)
    if writer is None or (request.user.is_authenticated and request.user != writer):
        return False
    return drafts.keep(writer, drafts.form_at(request.get_full_path()), request.POST, sealed)


def files_lost(request: HttpRequest) -> str:
    """What to say where files were chosen: a draft holds none."""
    chosen = request.FILES or any(name.endswith("-kept") for name in request.POST)
    return "选好的附件没有存下，请重新选择。" if chosen else ""
