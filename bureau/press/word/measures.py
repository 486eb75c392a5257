"""The sheet of GB/T 9704—2012 in Word's units, and the faces by the names that counties have them under."""

from docx.shared import Mm, Pt

TOP, BOTTOM, LEFT, RIGHT, FOOT = Mm(37), Mm(35), Mm(28), Mm(26), Mm(25.7)
PITCH = 579  # twentieths of a point: 22 lines on 225 mm
ROW = Pt(PITCH / 20)
SQUEEZE = -5  # twentieths of a point between characters: 28 on 156 mm
BODY, SMALL, TABLE, TITLE = Pt(16), Pt(14), Pt(12), Pt(22)
TABLE_ROW = Pt(18)
ANNEX, ANNEX_ROW = Pt(10.5), Pt(14)
RED, BLACK = "E60012", "000000"
LATIN = "Times New Roman"
FACES = {
    "fang": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "hei": "黑体",
    "song": "宋体",
    "number": "宋体",
    "biaosong": "方正小标宋简体",
}
# What Word takes on a machine that lacks them: the same design as Windows has it, or the nearest.
STAND_INS = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "方正小标宋简体": "华文中宋",
}
