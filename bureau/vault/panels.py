"""What a matter's page says of who complained: that it is kept, and the way to it; to nobody else."""

from django.db.models import Count

from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.vault.models import Identity
from bureau.vault.opening import may_open_any, may_permit, rights_of

KINDS: set[str] = set()  # of matters on which it may be kept who complained; pages of others ask nothing


def keeps(kind: str) -> None:
    """A room says, when the application starts, that who complained or reported is kept on its matters."""
    KINDS.add(kind)


def of_matter(person: Person, matter: Matter) -> dict | None:
    """None where nothing is kept, and for who opens none of it."""
    if matter.kind not in KINDS:
        return None
    if not may_open_any(person, matter):
        return None
    kept = Identity.objects.filter(matter=matter).select_related("received_by__unit")
    rights = rights_of(person, matter, list(kept.annotate(letters=Count("scans"))))
    if not rights:
        return None
    return {"rights": rights, "matter": matter, "permits": may_permit(person)}
