"""For the 系统管理员: how the machine stands. And the page that says that something broke."""

from django.http import HttpResponseServerError
from django.template import loader

from bureau.ops.logs import number


def broken(request):
    """The answer to what nobody foresaw; it asks neither the session nor the database."""
    page = loader.get_template("500.html")
    return HttpResponseServerError(page.render({"number": number.current.get()}))
