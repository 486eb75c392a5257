"""One lean face from one source: only the needed glyphs, one em box for all, glyph numbers that PDF readers agree on."""

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

ASCENT = 0.88  # of an em, above the baseline; the rest below: a fallback glyph never moves the line grid
_FULL_WIDTH = "—…·‘’“”"
_DROPPED = ("DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")


def build_lean(source: Path, number: int, codes: Iterable[int], family: str, target: Path) -> None:
    """Write `target`: the glyphs of `codes` from face `number` of `source`, called `family`, at regular weight."""
    with tempfile.TemporaryDirectory() as folder:
        subset = _subset(source, number, codes, Path(folder))
        font = TTFont(subset, lazy=True, recalcBBoxes=False)
        _use_full_width_forms(font)
        if "CFF " in font:
            _number_glyphs_in_order(font)
        _set_em_box(font)
        _set_names(font, family)
        for tag in _DROPPED:
            if tag in font:
                del font[tag]
        font.save(target)


def _subset(source: Path, number: int, codes: Iterable[int], folder: Path) -> Path:
    listed, subset = folder / "codes", folder / "subset.otf"
    listed.write_text("\n".join(f"{code:X}" for code in sorted(codes)))
    options = ["--layout-features=fwid", "--no-hinting", "--desubroutinize", f"--face-index={number}"]
    files = [f"--unicodes-file={listed}", f"--output-file={subset}"]
    subprocess.run(["hb-subset", str(source), *options, *files], check=True, capture_output=True)
    return subset


def _use_full_width_forms(font: TTFont) -> None:
    """Dashes, dots and quotes fill a whole cell in Chinese text; some faces keep those forms under `fwid`."""
    if "GSUB" not in font:
        return
    wide = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            wide.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        for code in map(ord, _FULL_WIDTH):
            if getattr(table, "cmap", {}).get(code) in wide:
                table.cmap[code] = wide[table.cmap[code]]


def _number_glyphs_in_order(font: TTFont) -> None:
    """WeasyPrint writes glyph numbers where PDF expects CIDs: make them equal by one charset range 1 … n-1."""
    top = font["CFF "].cff[0]
    if not hasattr(top, "ROS"):
        return
    offset, last = top.rawDict["charset"], font["maxp"].numGlyphs - 2
    table = bytearray(font.reader["CFF "])
    table[offset : offset + 5] = b"\x02" + (1).to_bytes(2, "big") + last.to_bytes(2, "big")
    font.getGlyphOrder()
    font.tables["CFF "] = DefaultTable("CFF ")
    font.tables["CFF "].data = bytes(table)


def _set_em_box(font: TTFont) -> None:
    em = font["head"].unitsPerEm
    above, below = round(ASCENT * em), em - round(ASCENT * em)
    horizontal, system = font["hhea"], font["OS/2"]
    horizontal.ascent, horizontal.descent, horizontal.lineGap = above, -below, 0
    system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap = above, -below, 0
    system.usWinAscent, system.usWinDescent = above, below
    system.usWeightClass, font["head"].macStyle = 400, 0
    system.fsSelection = system.fsSelection & ~0b100001 | 0b1000000  # neither bold nor italic: regular


def _set_names(font: TTFont, family: str) -> None:
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, words in {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}.items():
        table.setName(words, number, 3, 1, 0x409)
