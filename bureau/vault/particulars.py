"""What is known of a person: plain in memory, never in a log, a message or a table."""

import json
import re
import unicodedata
from dataclasses import asdict, dataclass, fields

from bureau.org.visible import visible

NOT_DIGITS = re.compile(r"\D")
BETWEEN = r"[\s()（）./·—–-]*"  # how the digits of one number are parted
FORMS = re.compile(r"(有限责任公司|股份有限公司|有限公司|分公司|集团|商行|经营部)$")
SHORTEST = 2  # characters by which somebody is known: one alone is in every text
SHORTEST_NUMBER = 6  # digits; so many may be a date as well
CERTAIN_NUMBER = 7  # digits
CERTAIN_NAME = 4  # characters; a shorter one may stand inside another word
WHOLE_NUMBER = 11  # digits of a mobile telephone, without the 86 of the country
CODE_DIGITS = 16
LABELS = {
    "name": "姓名",
    "phone": "电话",
    "address": "住址",
    "enterprise": "企业名称",
    "licence": "信用代码",
    "code": "查询码",
}
NUMBERS = ("phone", "code")
LEAST = {"address": SHORTEST_NUMBER, "licence": SHORTEST_NUMBER}  # characters; of what is not listed SHORTEST


@dataclass(frozen=True, repr=False)
class Particulars:
    """Of who complained, or reported; each may be empty. `code`: by which they find their complaint again, shown to nobody."""

    name: str = ""
    phone: str = ""
    address: str = ""
    enterprise: str = ""
    licence: str = ""
    code: str = ""

    def dumped(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def loaded(cls, words: bytes) -> "Particulars":
        return cls(**json.loads(words))

    def said_in(self, text: str) -> list[str]:
        """By what of it the text tells who this is: words of LABELS."""
        return [LABELS[name] for name in self.told_in(text)]

    def told_in(self, text: str) -> list[str]:
        """The same, by the names of the fields."""
        return [field.name for field in fields(self) if self.tells(field.name, text)]

    def tells(self, name: str, text: str) -> bool:
        """Whether the text has this of it, however it is spaced or dashed."""
        if name in NUMBERS:
            number = digits_of(getattr(self, name))
            return len(number) >= SHORTEST_NUMBER and bool(re.search(BETWEEN.join(number), plain(text)))
        return any(form in squeezed(text) for form in self.forms(name))

    def forms(self, name: str) -> set[str]:
        """How these words may stand in a text."""
        words = squeezed(getattr(self, name))
        found = {words, FORMS.sub("", words)} if name == "enterprise" else {words}
        return {form for form in found if len(form) >= LEAST.get(name, SHORTEST)}

    def by_chance(self, name: str, text: str) -> bool:
        """Whether a text that has it may all the same mean something else: a short name inside another word, the village
        that it happened in, half of a company's name."""
        if name == "address":
            return True
        if name == "name":
            return len(squeezed(self.name)) < CERTAIN_NAME
        if name == "enterprise":
            return squeezed(self.enterprise) not in squeezed(text)
        return name == "phone" and len(digits_of(self.phone)) < CERTAIN_NUMBER

    def marks(self) -> dict[str, str]:
        """By what of it the same one is found again, each written in one way: telephone, licence, name within an
        enterprise, code."""
        phone, code = digits_of(self.phone)[-WHOLE_NUMBER:], digits_of(self.code)
        named = (squeezed(self.name), squeezed(self.enterprise))
        found = {
            "phone": phone if len(phone) >= SHORTEST_NUMBER else "",
            "licence": squeezed(self.licence),
            "named": " ".join(named) if all(named) else "",
            "code": code if len(code) == CODE_DIGITS else "",
        }
        return {kind: words for kind, words in found.items() if words}


def plain(words: str) -> str:
    """As one sees it, and wide digits and letters as narrow ones."""
    return unicodedata.normalize("NFKC", visible(words))


def squeezed(words: str) -> str:
    return "".join(plain(words).split()).upper()


def digits_of(words: str) -> str:
    return NOT_DIGITS.sub("", plain(words))
