"""Files as people upload them, made in memory."""

from io import BytesIO

from PIL import Image

from tests.reading.papers import paper, rows

MINUTES = (
    "桃溪县人民政府常务会议纪要",
    "〔2026〕6号",
    "2026年10月20日",
    "一、加快推进农村供水。由县水利局牵头，县财政局配合，2026年12月底前完成。",
    "二、修复水毁公路。由县交通运输局负责，2026年11月底前完成。",
)
COLUMNS = ("序号", "目标任务", "牵头单位", "配合单位", "完成时限")


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    return out.getvalue()


def minutes(*lines: str) -> bytes:
    """A Word file of these paragraphs."""
    return paper(*(lines or MINUTES)).getvalue()


def task_table(*lines, columns=COLUMNS) -> bytes:
    """An Excel file: the head row, then these rows."""
    return rows(columns, *lines).getvalue()
