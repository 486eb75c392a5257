"""What a face draws as another character than a reference face does: the next face of the stack draws it instead.

Fandol's 仿宋 draws 幹 as 干 and ￥ as ＄. A wrong character on paper is worse than one in another face."""

import unicodedata
from statistics import median

from .shapes import Pile, Shapes, apart

REFERENCES = ("NotoSerifCJKsc-Regular", "NotoSansCJKsc-Regular")  # of a face that is the first, the second
_STRANGE, _FAR = 1.25, 0.065  # times the usual distance from the reference, and at least so far: looked at
_TWIN, _TWO = 0.02, 0.055  # so near in the face, so far apart in the reference: one stands for both
_OTHER, _SIGN = 0.52, 0.58  # of the distance from its own shape: another's shape is so much nearer
_VERY_STRANGE = 1.7
_SIGNS = {"Sc", "No", "Nd"}  # money, figures; other signs are a matter of style


def misdrawn(drawn: Shapes, reference: Shapes) -> frozenset[int]:
    """The code points of `drawn` that show another character; what the reference has not is not judged."""
    both = {code: shape for code, shape in drawn.items() if code in reference}
    ideographs = {code: shape for code, shape in both.items() if _is_ideograph(code)}
    others = {code: shape for code, shape in both.items() if code not in ideographs}
    return _wrong_ideographs(ideographs, reference) | _wrong_signs(others, reference)


def _wrong_ideographs(drawn: Shapes, reference: Shapes) -> frozenset[int]:
    if not drawn:
        return frozenset()
    far = {code: apart(shape, reference[code]) for code, shape in drawn.items()}
    usual = median(far.values())
    looked_at = [code for code, distance in far.items() if distance >= max(_STRANGE * usual, _FAR)]
    own, other = Pile(drawn), Pile({code: reference[code] for code in drawn})
    return frozenset(
        code
        for code in looked_at
        if _is_twin(code, own.nearest(drawn[code], besides=code), drawn, reference)
        or (
            far[code] >= _VERY_STRANGE * usual
            and _nearer(drawn[code], code, other.nearest(drawn[code]), reference, _OTHER)
        )
    )


def _is_twin(code: int, twin: int, drawn: Shapes, reference: Shapes) -> bool:
    """Whether the face draws it as it draws another, whose reference this is nearer to."""
    return (
        apart(drawn[code], drawn[twin]) <= _TWIN
        and apart(reference[code], reference[twin]) >= _TWO
        and _nearer(drawn[code], code, twin, reference, 1)
    )


def _nearer(shape: bytes, code: int, other: int, reference: Shapes, share: float) -> bool:
    return other != code and apart(shape, reference[other]) < share * apart(shape, reference[code])


def _wrong_signs(drawn: Shapes, reference: Shapes) -> frozenset[int]:
    signs = {code for code in drawn if unicodedata.category(chr(code)) in _SIGNS}
    pile = Pile({code: reference[code] for code in drawn}) if signs else None
    return frozenset(
        code
        for code in signs
        if pile
        and apart(drawn[code], reference[code]) >= _FAR
        and _is_other_sign(pile.nearest(drawn[code]), code)
        and _nearer(drawn[code], code, pile.nearest(drawn[code]), reference, _SIGN)
    )


def _is_other_sign(found: int, code: int) -> bool:
    """Not the same at another width or height: ＄ for $, ² for 2."""
    return unicodedata.normalize("NFKC", chr(found)) != unicodedata.normalize("NFKC", chr(code))


def _is_ideograph(code: int) -> bool:
    return unicodedata.category(chr(code)) == "Lo" and code >= 0x3400
