"""What the reports' role may read: keys, dates, states, numbers and the names of units, never what somebody wrote.

The rule goes by the type of a column, so that a table of a later version is read by it, too: words are not granted. Who is
held to account, how somebody voted or is scored, and who complained are told by keys and numbers as well: nothing of these.
"""

from django.apps import apps
from django.db import models

CLOSED_APPS = {"vault", "ballots", "accountability", "appraisal", "merits", "interface", "axes", "admin"}
CLOSED = {
    "org.Cadre",
    "org.Position",
    "org.SecondFactor",
    "org.RecoveryCode",
    "org.PastPassword",
    "org.Session",
}
NAMED = {"org.Unit"}  # its words are what figures are told by
COUNTED = (
    models.IntegerField,
    models.AutoField,
    models.DecimalField,
    models.FloatField,
    models.BooleanField,
    models.DateField,
    models.TimeField,
    models.DurationField,
)


def columns() -> dict[str, tuple[str, ...]]:
    """Table → its columns that may be read; a table of which none may be read is left out."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in CLOSED_APPS and model._meta.label not in CLOSED:
            fields = model._meta.local_concrete_fields
            found[model._meta.db_table] = tuple(field.column for field in fields if _open(model, field))
    return {table: names for table, names in found.items() if names}


def _open(model: type[models.Model], field: models.Field) -> bool:
    while field.remote_field:
        field = field.target_field
    return isinstance(field, COUNTED) or bool(field.choices) or model._meta.label in NAMED
