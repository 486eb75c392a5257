"""The interface as other systems speak to it: JSON, in the name of a declared person, under `/api/v1/`."""

from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from bureau.interface.api import bulletins, errors, figures, intake, ledgers, matters

ROOT = "/api/v1/"


class Readable(JSONRenderer):
    """Chinese as Chinese."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="督查局数据接口",
    version="1",
    description="只读台账、统计和通报；转入12345工单和公文事项。看得到什么，与凭证所属账号在系统里看得到的相同，限阅的除外。",
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    renderer=Readable(),
)
errors.install(api)
for module in (ledgers, matters, figures, bulletins, intake):
    api.add_router("", module.router)


def patterns() -> list[Any]:
    """Addresses for who bears a token: no session, no login page."""
    found: list[Any] = [one for one in api.urls[0] if getattr(one, "name", "") != "api-root"]
    for one in found:
        one.callback.login_required = False
    return found


def schema() -> dict[str, Any]:
    """The description in OpenAPI 3.1."""
    return api.get_openapi_schema(path_prefix=ROOT)
