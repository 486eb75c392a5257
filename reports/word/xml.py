"""The few elements of WordprocessingML that python-docx has no word for, and the order in which Word wants them."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# The schema's order (ECMA-376 §17.3, §17.4, §17.6) of what we write; what is not named keeps its place at the end.
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs autoSpaceDE autoSpaceDN "
        "snapToGrid spacing ind jc outlineLvl rPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs color spacing w kern position sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg docGrid",
}


def element(name: str, **attributes):
    """<w:name w:attribute=…>."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def put(properties, name: str, **attributes):
    """Add an element to a properties element in place of one that is there."""
    for old in properties.findall(qn(f"w:{name}")):
        properties.remove(old)
    made = element(name, **attributes)
    properties.append(made)
    return made


def border(properties, side: str, size: int, colour: str, space: int, kind: str = "single") -> None:
    """A line along one side of a paragraph: `size` in eighths of a point, `space` in pt."""
    frame = put(properties, "pBdr")
    frame.append(element(side, val=kind, sz=size, space=space, color=colour))


def put_in_order(root) -> None:
    """Word refuses what stands in another order than its schema's."""
    for name, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for properties in root.iter(qn(f"w:{name}")):
            children = sorted(properties, key=lambda child: places.get(child.tag, len(places)))
            properties[:] = children
