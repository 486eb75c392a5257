"""What Word must know of faces and of the language, besides the name at each run."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from .measures import STAND_INS
from .xml import element, put


def speak_chinese(document) -> None:
    """Lines are broken and quotes set by the rules of this language."""
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        put(properties.find(qn("w:rPr")), "lang", val="en-US", eastAsia="zh-CN")
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:eastAsia"), "zh-CN")


def name_stand_ins(document) -> None:
    """The table of faces, each with what stands in where it is not installed."""
    table = parse_xml(f"<w:fonts {nsdecls('w')}/>")
    for name, other in STAND_INS.items():
        font = element("font", name=name)
        font.extend(
            (
                element("altName", val=other),
                element("charset", val=86),
                element("family", val="modern"),
                element("pitch", val="fixed"),
            )
        )
        table.append(font)
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
