"""The few elements of WordprocessingML that python-docx has no word for, and the order in which Word wants them."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# The schema's order (ECMA-376 part 1, §17.3.1.26, §17.3.2.28, §17.4.59, §17.4.69, §17.6.17).
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
}


def element(name: str, /, **attributes):
    """<w:name w:attribute=…>."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def put(properties, name: str, /, **attributes):
    """Add an element to a properties element in place of one that is there."""
    for old in properties.findall(qn(f"w:{name}")):
        properties.remove(old)
    made = element(name, **attributes)
    properties.append(made)
    return made


def twips(points: float) -> int:
    return round(points * 20)


def border(properties, side: str, size: int, colour: str, space: float = 0) -> None:
    """A line along one side of a paragraph: `size` in eighths of a point, `space` in pt."""
    frame = put(properties, "pBdr")
    frame.append(element(side, val="single", sz=size, space=round(space), color=colour))


def put_in_order(root) -> None:
    """Word refuses what stands in another order than its schema's."""
    for name, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for properties in root.iter(qn(f"w:{name}")):
            children = sorted(properties, key=lambda child: places.get(child.tag, len(places)))
            properties[:] = children
