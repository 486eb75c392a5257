"""What the tests read off a page, and how they fill its form."""

import io
import re

import pdfplumber
from django.urls import reverse

DESK = {"officer", "colleague", "clerk", "inquirer", "director", "deputy"}
ADMINISTRATORS = {"system", "security", "audit"}


def pages(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "".join(page.extract_text() for page in opened.pages).replace("\n", "")


def hidden(response) -> dict:
    """The hidden fields of the page's own form."""
    page = response.content.decode()
    names = ("once", "seen")
    return {name: re.search(rf'name="{name}"\s+value="([^"]+)"', page).group(1) for name in names}


def form_of(client, bulletin) -> dict:
    """What the edit page would send back unchanged."""
    response = client.get(reverse("reports:edit", args=[bulletin.pk]))
    values = {
        name: value for name, value in response.context["form"].initial.items() if value not in (None, False)
    }
    values = {name: "on" if value is True else value for name, value in values.items()}
    for row in response.context["rows"]:
        for name in row.fields:
            if (value := row.initial[name]) is not False:
                values[row.add_prefix(name)] = "on" if value is True else value
    return values | hidden(response)


def statuses(county, client, url) -> dict:
    return {name: status for name, (status,) in all_statuses(county, client, [url]).items()}


def all_statuses(county, client, urls) -> dict:
    """What each of the cast is answered there, one login for all."""
    found = {}
    for name, person in county.cast.items():
        client.force_login(person)
        found[name] = [client.get(url).status_code for url in urls]
    return found
