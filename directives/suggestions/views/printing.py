from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from bureau.matters.views.on_paper import printed
from bureau.org.request import Request
from directives.suggestions.models import Suggestion
from directives.suggestions.prints.letter import letter


class PrintedLetter(View):
    """督查建议书 of what was sent, to whoever sees the suggestion."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        found = Suggestion.objects.visible_to(request.user).select_related("recipient")
        suggestion = get_object_or_404(found, pk=pk)
        if not (number := suggestion.matter.number):
            messages.warning(request, "本建议尚未审定发出，还没有督查建议书。")
            return redirect(suggestion)
        return printed(
            request, letter(suggestion), f"督查建议书{number}.pdf", suggestion.get_absolute_url(), number
        )
