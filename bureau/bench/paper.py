"""A task table as a county writes it, of any length."""

from io import BytesIO
from random import Random

from openpyxl import Workbook

from bureau.bench.cast import Cast
from bureau.bench.words import decision

HEAD = ("序号", "工作任务", "牵头单位", "责任单位", "完成时限", "责任领导")


def task_table(cast: Cast, rows: int, edition: int) -> BytesIO:
    """An .xlsx of `rows` tasks, ready to be uploaded; no two editions are the same file."""
    chance, book = Random(edition), Workbook(write_only=True)
    sheet = book.create_sheet("任务分解表")
    sheet.append([f"2026年县政府工作报告目标任务分解表（第{edition}稿）"])
    sheet.append(HEAD)
    for place in range(1, rows + 1):
        lead, *co = (unit.short for unit in chance.sample(cast.units, k=chance.randint(1, 5)))
        due = f"{chance.randint(1, 12)}月底前"
        sheet.append([place, f"{decision(chance, place)}（{place}）", lead, "、".join(co), due, "分管副县长"])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = f"任务分解表{edition}.xlsx"
    return file
