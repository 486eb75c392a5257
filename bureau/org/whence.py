"""The network address of the request that is answered now, for the lines that are written meanwhile."""

from contextvars import ContextVar
from ipaddress import ip_address

from axes.helpers import get_client_ip_address
from django.http import HttpRequest
from django.utils.timezone import localtime

current: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


def address() -> str | None:
    """None where nobody asked by the net, or the proxy told something else."""
    request = current.get()
    return address_of(request) if request else None


def address_of(request: HttpRequest) -> str | None:
    try:
        return str(ip_address(get_client_ip_address(request) or ""))
    except ValueError:
        return None


def looked_at_sealed(key: int, number: str) -> None:
    """Of the request that is answered now: it shows this sealed matter to whoever asked."""
    if request := current.get():
        sealed_ones(request)[key] = number or f"（未编号，序号{key}）"


def looked_by(person) -> str:
    """What is written over what few may see."""
    return f"{person.signature} {person.username} {localtime():%Y-%m-%d %H:%M}"


def sealed_ones(request: HttpRequest) -> dict[int, str]:
    """Numbers by key."""
    if not hasattr(request, "sealed_ones"):
        request.sealed_ones = {}
    return request.sealed_ones
