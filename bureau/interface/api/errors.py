"""What is wrong with a request, in words: where, and what to do. Never what was sent, never a trace."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from bureau.files.refused import Refused
from bureau.interface.wrong import Problem, Wrong
from bureau.jobs.barred import Barred

WORDS = {
    "missing": "没有填。",
    "extra_forbidden": "没有这一项。",
    "string_type": "要写成文字。",
    "string_too_long": "太长，最多{max_length}字。",
    "string_too_short": "不能是空的。",
    "int_parsing": "要写成整数。",
    "int_type": "要写成整数。",
    "int_from_float": "要写成整数。",
    "greater_than_equal": "不能小于{ge}。",
    "less_than_equal": "不能大于{le}。",
    "date_parsing": "不是日期，请写成 2026-01-31。",
    "date_from_datetime_parsing": "不是日期，请写成 2026-01-31。",
    "list_type": "要写成列表。",
    "too_short": "至少要有{min_length}项。",
    "too_long": "最多{max_length}项。",
    "dict_type": "要写成对象。",
    "model_type": "要写成对象。",
    "model_attributes_type": "要写成对象。",
    "literal_error": "只能是{expected}之一。",
    "enum": "只能是{expected}之一。",
}
OTHER = "写法不对，请对照接口说明。"
ROWS = ("orders", "items")


def of_schema(error: dict[str, Any]) -> Problem:
    """What pydantic says of one value, in Chinese: the row counted from 1, the field by its name."""
    place = [part for part in error["loc"] if part not in ("body", "query", "path", "batch", "document")]
    row = next((part + 1 for part in place if isinstance(part, int)), None)
    named = [str(part) for part in place if not isinstance(part, int) and (row is None or part not in ROWS)]
    words = WORDS.get(error["type"], OTHER).format_map(Known(error.get("ctx", {})))
    return Problem(".".join(named), words, row)


class Known(dict):
    """A limit that was not told leaves no hole."""

    def __missing__(self, name: str) -> str:
        return ""


def install(api: NinjaAPI) -> None:
    """Every refusal as `{"problems": [{"row", "field", "sentence"}]}`."""

    def told(request: HttpRequest, status: int, problems: Sequence[Problem]) -> HttpResponse:
        return api.create_response(request, {"problems": [asdict(one) for one in problems]}, status=status)

    def one(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
        return told(request, status, [Problem("", sentence)])

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return told(request, 422, [of_schema(found) for found in error.errors])

    @api.exception_handler(Wrong)
    def wrong(request: HttpRequest, error: Wrong) -> HttpResponse:
        return told(request, 422, error.problems)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        answer = one(request, 401, "没有凭证，或者凭证已撤销、已到期。请求头写 Authorization: Bearer 凭证。")
        answer["WWW-Authenticate"] = "Bearer"
        return answer

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        unread = error.status_code == 400  # the parser's own words
        answer = one(request, error.status_code, "请求的内容不是 JSON。" if unread else str(error))
        if error.status_code == 429:
            answer["Retry-After"] = "60"
        return answer

    @api.exception_handler(Http404)
    def absent(request: HttpRequest, error: Http404) -> HttpResponse:
        return one(request, 404, "没有这个内容。")

    @api.exception_handler(Barred)
    def barred(request: HttpRequest, error: Barred) -> HttpResponse:
        return told(request, 409, [Problem(error.field, str(error))])

    @api.exception_handler(Refused)
    def unfit(request: HttpRequest, error: Refused) -> HttpResponse:
        return one(request, 422, str(error))
