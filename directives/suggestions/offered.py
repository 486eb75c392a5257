"""The door to a suggestion, on every matter's page."""

from django.urls import reverse

from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import Function


def suggesting(person: Person, matter: Matter) -> list[dict]:
    """「提出督查建议」, as templates/parts/steps.html takes it, for who sits at the desk."""
    if matter.kind == Function.SUGGESTIONS or not person.sits_at(Function.SUGGESTIONS):
        return []
    return [{"label": "提出督查建议", "url": f"{reverse('suggestions:new')}?about={matter.pk}", "tone": ""}]
