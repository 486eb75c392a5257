"""What the page of a cadre shows of their appraisals."""

from appraisal.cadres.policy import reads_cadres
from bureau.org.models import Cadre, Person
from bureau.org.names import has_register


def years(person: Person, cadre: Cadre) -> Cadre | None:
    return cadre if reads_cadres(person) or has_register(person) else None
