"""Every page of 系统管理 that a browser can open, from what is registered there."""

from django.test import RequestFactory
from django.urls import reverse

from bureau.org.admin import administration
from bureau.org.posts import Function


def pages(scene) -> dict[str, str]:
    """Of the 系统管理员. What it is called here → its address: each kind's list, its empty form, one record and how that was
    changed."""
    found = {
        "index": reverse("admin:index"),
        "merge": reverse("admin:org_unit_merge", args=[scene.county.roads.pk]),
        **kept_by(scene.county.system),
    }
    found["org_limit/room"] = f"{found['org_limit']}?room={Function.INSTRUCTIONS}"
    return found


def of_rights(scene) -> dict[str, str]:
    """The same of the 安全管理员."""
    return kept_by(scene.county.security)


def kept_by(person) -> dict[str, str]:
    found, request = {}, RequestFactory().get("/")
    request.user = person
    for model, one in administration._registry.items():
        if not one.has_view_permission(request):
            continue
        name = f"{one.opts.app_label}_{one.opts.model_name}"
        found[name] = reverse(f"admin:{name}_changelist")
        found |= {f"{name}/{door}": address for door, address in doors(model, one, name, person).items()}
        if one.several:
            found[f"{name}/several"] = reverse("admin:org_several", args=[one.opts.model_name])
    return found


def doors(model, one, name: str, person) -> dict[str, str]:
    """Those that its kind has and its keeper may open; what is edited as one table has none."""
    request, record = RequestFactory().get("/"), model.objects.first()
    request.user = person
    open_to = {
        "add": one.has_add_permission(request),
        "change": record,
        "history": record,
        "delete": record and one.has_delete_permission(request),
    }
    known = {url.name for url in one.get_urls()}
    return {
        door: reverse(f"admin:{name}_{door}", args=() if door == "add" else (record.pk,))
        for door, may in open_to.items()
        if may and f"{name}_{door}" in known
    }
