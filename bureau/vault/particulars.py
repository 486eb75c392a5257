"""What is known of a person: plain in memory, never in a log, a message or a table."""

import json
import re
from dataclasses import asdict, dataclass, fields

PHONE = re.compile(r"\D")
FORMS = re.compile(r"(有限责任公司|股份有限公司|有限公司|分公司|集团|商行|经营部)$")
SHORTEST = 2  # characters by which somebody is known: one alone is in every text
SHORTEST_NUMBER = 6  # digits


@dataclass(frozen=True, repr=False)
class Particulars:
    """Of who complained, or reported; each may be empty."""

    name: str = ""
    phone: str = ""
    address: str = ""
    enterprise: str = ""
    licence: str = ""

    def dumped(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def loaded(cls, words: bytes) -> "Particulars":
        return cls(**json.loads(words))

    def said_in(self, text: str) -> list[str]:
        """By what of it the text tells who this is: words of LABELS."""
        plain, digits = "".join(text.split()).upper(), PHONE.sub("", text)
        found = {
            "name": len(self.name) >= SHORTEST and squeezed(self.name) in plain,
            "phone": len(PHONE.sub("", self.phone)) >= SHORTEST_NUMBER
            and PHONE.sub("", self.phone) in digits,
            "address": len(self.address) >= SHORTEST_NUMBER and squeezed(self.address) in plain,
            "enterprise": any(form in plain for form in forms_of(self.enterprise)),
            "licence": len(self.licence) >= SHORTEST_NUMBER and squeezed(self.licence) in plain,
        }
        return [LABELS[field.name] for field in fields(self) if found[field.name]]


LABELS = {"name": "姓名", "phone": "电话", "address": "住址", "enterprise": "企业名称", "licence": "信用代码"}


def squeezed(words: str) -> str:
    return "".join(words.split()).upper()


def forms_of(enterprise: str) -> set[str]:
    """The name, and the name without what it is a company of."""
    whole = squeezed(enterprise)
    return {form for form in (whole, FORMS.sub("", whole)) if len(form) > SHORTEST}
