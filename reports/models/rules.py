"""What the database itself holds of a bulletin."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from reports import states
from reports.models.series import LETTERS, Series

SIGNED = {
    "year__isnull": False,
    "issue_no__isnull": False,
    "total_no__isnull": False,
    "signed_by__isnull": False,
    "signed_at__isnull": False,
}
LIFE = [
    CheckConstraint(condition=Q(state__in=list(states.STATES)), name="bulletin_state_is_known"),
    CheckConstraint(condition=~Q(title=""), name="a_bulletin_has_a_title"),
    CheckConstraint(
        condition=Q(state__in=states.UNSIGNED, issue_no=None, total_no=None, signed_by=None)
        | Q(state__in=states.FROZEN, **SIGNED),
        name="what_is_signed_is_numbered_and_nothing_else",
    ),
    CheckConstraint(
        condition=~Q(state=states.ISSUED) | Q(issued_at__isnull=False), name="what_is_issued_says_when"
    ),
    UniqueConstraint(fields=["series", "plate", "year", "issue_no"], name="one_issue_per_number"),
    UniqueConstraint(fields=["series", "plate", "total_no"], name="one_issue_per_total"),
    UniqueConstraint(fields=["code"], condition=~Q(code=""), name="one_letter_per_number"),
    CheckConstraint(
        condition=~Q(series__in=LETTERS, state__in=states.FROZEN) | ~Q(code=""),
        name="a_signed_letter_has_its_number",
    ),
    UniqueConstraint(
        fields=["occasion"],
        condition=~Q(occasion="") & ~Q(state=states.DISCARDED),
        name="one_bulletin_per_occasion",
    ),
    CheckConstraint(condition=~Q(corrects=F("id")), name="no_bulletin_corrects_itself"),
]
EYES = [
    CheckConstraint(
        condition=Q(signed_by=None) | ~Q(signed_by=F("drafted_by")),
        name="the_drafter_never_signs_their_own_bulletin",
    ),
    CheckConstraint(
        condition=Q(checked_by=None) | ~Q(checked_by=F("drafted_by")),
        name="the_drafter_never_checks_their_own_bulletin",
    ),
    CheckConstraint(
        condition=~Q(state=states.CHECKED) | Q(checked_by__isnull=False, checked_at__isnull=False),
        name="what_is_checked_says_by_whom",
    ),
    CheckConstraint(
        condition=~Q(state__in=[states.DRAFT, states.SUBMITTED]) | Q(checked_by=None),
        name="what_is_being_drafted_is_not_checked",
    ),
    CheckConstraint(
        condition=Q(signed_by=None) | Q(signer=None) | Q(signed_by=F("signer")),
        name="the_chosen_leader_signs_and_nobody_else",
    ),
]
SPECIAL = [
    CheckConstraint(
        condition=Q(answers=None, round=None) | Q(series=Series.SPECIAL, answers__isnull=False, round__gte=1),
        name="only_a_special_answers_and_says_which_round",
    ),
    CheckConstraint(
        condition=~Q(series=Series.SPECIAL) | Q(send_to="", issue_to="", answer_by=None),
        name="a_special_only_goes_up",
    ),
    UniqueConstraint(
        fields=["answers", "round"],
        condition=Q(answers__isnull=False) & ~Q(state=states.DISCARDED),
        name="a_round_is_answered_once",
    ),
]
CONSTRAINTS = [*LIFE, *EYES, *SPECIAL]
