"""What will stand on official papers has characters that the press can set: said in the form, not at the printer."""

from django import forms

from bureau.press.printing import absent


def refuse_unprintable(form: forms.BaseForm, *names: str) -> None:
    """In `clean` of a form: the fields of these names whose words could not be printed."""
    for name in names:
        if words := unprintable(str(form.cleaned_data.get(name) or "")):
            form.add_error(name, words)


def unprintable(text: str) -> str:
    """A sentence that names the characters, or nothing."""
    if not (chars := absent(text)):
        return ""
    named = "、".join(f"「{char}」（U+{ord(char):04X}）" for char in chars)
    return f"字库里没有这些字：{named}，公文印不出来，请换用通行写法。"
