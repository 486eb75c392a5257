"""Who acts in the filled county."""

from bureau.org.models import Person, Unit
from bureau.org.posts import Post

WEIGHT = 8  # the larger, the more evenly the units are asked


class Cast:
    """`units` in the order in which they are asked, the first most often, by `weights`."""

    def __init__(self):
        people = {person.username: person for person in Person.objects.all()}
        self.director, self.magistrate = people["director"], people["magistrate"]
        self.leader = people["vice-exec"]
        self.officers = [people[name] for name in ("officer1", "officer2", "officer3")]
        liaisons = Person.objects.filter(postings__post=Post.LIAISON).order_by("-pk")
        self.liaisons = {person.unit_id: person for person in liaisons}  # the first of each unit stays
        self.units = list(Unit.objects.filter(supervisable=True, pk__in=self.liaisons))
        self.weights = [1 / (place + WEIGHT) for place in range(len(self.units))]

    @property
    def liaison(self) -> Person:
        """Of the unit that is asked most."""
        return self.liaisons[self.units[0].pk]
