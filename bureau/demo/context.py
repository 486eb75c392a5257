"""「演示数据」: every page of the demo county says that its data are invented."""

from bureau.demo.mark import is_demo


def ribbon(request) -> dict:
    return {"is_demo": is_demo()}
