"""How much there is of everything, to be compared before and after."""

from django.apps import apps

from bureau.org.models import AdminEntry, Session

LOOKS = (AdminEntry, Session)  # that somebody looked, and still is there, is written down

APPS = (
    "org",
    "matters",
    "notices",
    "urging",
    "directives",
    "suggestions",
    "instructions",
    "complaints",
    "vault",
    "reports",
    "leading",
    "interface",
)


def count_all() -> dict:
    """Rows of every table, and the versions of what has one."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models() if model not in LOOKS]
    versioned = [model for model in models if hasattr(model, "version")]
    counts = {model.__name__: model.objects.count() for model in models}
    return counts | {f"{model.__name__}.version": versions(model) for model in versioned}


def versions(model) -> list[int]:
    return list(model.objects.order_by("pk").values_list("version", flat=True))
