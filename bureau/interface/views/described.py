"""接口说明: the OpenAPI description as a page of the house and as JSON. Nothing of it comes from outside."""

from collections.abc import Iterator
from typing import Any

from django.http import JsonResponse
from django.http.request import HttpRequest
from django.views import View
from django.views.generic import TemplateView

from bureau.interface import api
from bureau.interface.models import Scope
from bureau.interface.views.clients import KEEPERS
from bureau.matters.heard import Event
from bureau.notices.outbox import BACK_OFF
from bureau.org.administrators import ForPosts
from bureau.org.request import Request

TYPES = {"string": "文字", "integer": "整数", "number": "数", "array": "列表", "object": "对象"}


class Described(ForPosts, TemplateView):
    request: Request
    posts = KEEPERS
    template_name = "interface/described.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.request.place = "interface:clients"
        told = api.schema()
        return super().get_context_data(
            about=told["info"]["description"],
            operations=list(operations(told)),
            scopes=Scope.choices,
            events=Event.choices,
            tries=len(BACK_OFF) + 1,
            **kwargs,
        )


class Schema(ForPosts, View):
    posts = KEEPERS

    def get(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse(api.schema(), json_dumps_params={"ensure_ascii": False, "indent": 1})


def operations(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each address: what it is for, what it asks, what it takes."""
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            yield {
                "method": method.upper(),
                "path": path,
                "summary": one["summary"],
                "description": one.get("description", ""),
                "asks": [asked(param) for param in one.get("parameters", ())],
                "takes": list(taken(one.get("requestBody"), told)),
            }


def asked(param: dict[str, Any]) -> dict[str, Any]:
    words = param["schema"].get("description", "")
    return {
        "name": param["name"],
        "type": type_of(param["schema"]),
        "words": words,
        "must": param["required"],
    }


def taken(body: dict[str, Any] | None, told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of what is sent; those of its rows below their list."""
    if body is not None:
        yield from fields(body["content"]["application/json"]["schema"], told, "")


def fields(schema: dict[str, Any], told: dict[str, Any], within: str) -> Iterator[dict[str, Any]]:
    found = named(schema, told)
    for name, one in found.get("properties", {}).items():
        must = name in found.get("required", ())
        words = one.get("description", "")
        yield {"name": f"{within}{name}", "type": type_of(one), "words": words, "must": must}
        if rows := one.get("items"):
            yield from fields(rows, told, f"{name}[].")


def named(schema: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return told["components"]["schemas"][name] if name else schema


def type_of(schema: dict[str, Any]) -> str:
    kinds = [one.get("type") for one in schema.get("anyOf", [schema])]
    kind = next((one for one in kinds if one not in (None, "null")), "")
    limit = f"，最多{schema['maxLength']}字" if "maxLength" in schema else ""
    return TYPES.get(kind, "") + limit
