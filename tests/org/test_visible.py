"""What nobody sees is no text: it is left out wherever somebody types, and alone it counts as nothing."""

import sys
from unicodedata import category

import pytest
from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.forms.widgets import HiddenInput, PasswordInput
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from bureau.org.admin import administration
from bureau.org.visible import VisibleField, visible

NOTHING = "\u200b\u200d\ufeff\u202e\u00ad\u2066\u3164\u2800\u00a0\u3000 \n"
OF_THIS_HOUSE = ("bureau.", "directives.", "instructions.", "reports.")
NO_WORDS = (forms.EmailField, UsernameField)  # Django judges them by the letters they may have
KEPT_AS_SENT = {"start_password"}


def test_no_format_character_of_unicode_is_seen():
    left = [sign for sign in map(chr, range(sys.maxunicode + 1)) if category(sign) == "Cf" and visible(sign)]
    assert left == []


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "M"])))
def test_what_is_seen_stays_as_it_is(text):
    without = [sign for sign in text if visible(sign) == sign]
    assert visible("".join(without)) == "".join(without)


@pytest.mark.parametrize(
    "text", ["水利局、〔2026〕12号", "葛\u3400𠮷", "①㎡％°", "e\u0301", "　　第一段\n　　第二段", "\t表"]
)
def test_words_of_a_paper_are_all_seen(text):
    assert visible(text) == text


def test_every_blank_is_a_plain_one_and_every_end_of_a_line_the_same():
    assert visible("县\u00a0水利\u2009局\r\n一\u2028二") == "县 水利 局\n一\n二"


@pytest.mark.parametrize("text", [NOTHING, *NOTHING])
def test_a_required_field_of_nothing_visible_is_empty(text):
    with pytest.raises(forms.ValidationError, match="必填"):
        VisibleField(error_messages={"required": "必填"}).clean(text)


def forms_of(kind):
    for one in kind.__subclasses__():
        yield from forms_of(one)
        if one.__module__.startswith(OF_THIS_HOUSE) and not issubclass(one, AuthenticationForm):
            yield one


def blind(fields: dict) -> set[str]:
    """Names of fields that take text and do not look at it as it is seen."""
    return {
        name
        for name, field in fields.items()
        if type(field).__module__.startswith(OF_THIS_HOUSE) or type(field) is forms.CharField
        if isinstance(field, forms.CharField) and not isinstance(field, (VisibleField, *NO_WORDS))
        if not isinstance(field.widget, HiddenInput | PasswordInput) and name not in KEPT_AS_SENT
    }


def test_every_form_of_the_house_looks_at_text_as_it_is_seen(rf, keeper):
    get_resolver().url_patterns  # noqa: B018 loads every page, and with it every form
    found = {f"{one.__module__}.{one.__name__}": blind(one.base_fields) for one in forms_of(forms.BaseForm)}
    for model, page in administration._registry.items():
        request = rf.get("/")
        request.user = keeper
        found[f"administration of {model.__name__}"] = blind(page.get_form(request).base_fields)
    assert len(found) > 30
    assert {name: fields for name, fields in found.items() if fields} == {}
