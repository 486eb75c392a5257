"""Which face plays which role, and where a face may come from: licensed names first, free ones after."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Face:
    """A face we build: its family in CSS, the names of acceptable sources (best first), what to keep of it."""

    family: str
    sources: tuple[str, ...]
    repertoire: str


FANG, KAI, HEI, SONG, BIAOSONG = "fang", "kai", "hei", "song", "biaosong"

_UMING, _UKAI = "UMingCN", "UKaiCN"
_LATIN, _FANG, _FANG_RARE = "Typeset Latin", "Typeset FangSong", "Typeset FangSong Rare"
_KAI, _KAI_RARE, _HEI = "Typeset KaiTi", "Typeset KaiTi Rare", "Typeset HeiTi"
_SONG, _BIAOSONG = "Typeset Song", "Typeset XiaoBiaoSong"
_RARE, _RARE_HEI, _SIGNS = "Typeset Rare", "Typeset Rare Hei", "Typeset Signs"
_LAST = (_SONG, _RARE, _RARE_HEI, _SIGNS)

FACES = (
    Face(_LATIN, ("LiberationSerif",), "ascii"),
    Face(
        _FANG,
        (
            "仿宋_GB2312",
            "FangSong_GB2312",
            "方正仿宋_GBK",
            "FZFangSong-Z02",
            "FangSong",
            "FandolFang-Regular",
            _UMING,
        ),
        "gbk",
    ),
    Face(_FANG_RARE, (_UMING,), "gbk"),
    Face(
        _KAI,
        ("楷体_GB2312", "KaiTi_GB2312", "方正楷体_GBK", "FZKai-Z03", "KaiTi", "FandolKai-Regular", _UKAI),
        "gbk",
    ),
    Face(_KAI_RARE, (_UKAI,), "gbk"),
    Face(_HEI, ("方正黑体_GBK", "FZHei-B01", "SimHei", "NotoSansCJKsc-Regular"), "gbk"),
    Face(_SONG, ("SimSun", "方正书宋_GBK", "FZShuSong-Z01", "NotoSerifCJKsc-Regular"), "gbk"),
    Face(
        _BIAOSONG,
        (
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05S",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "NotoSerifCJKsc-Bold",
        ),
        "gbk",
    ),
    Face(_RARE, ("NotoSerifCJKsc-Regular",), "rare"),
    Face(_RARE_HEI, ("NotoSansCJKsc-Regular",), "rare"),
    Face(_SIGNS, ("DejaVuSans",), "signs"),
)

STACKS = {
    FANG: (_LATIN, _FANG, _FANG_RARE, *_LAST),
    KAI: (_LATIN, _KAI, _KAI_RARE, *_LAST),
    HEI: (_LATIN, _HEI, *_LAST),
    SONG: (_LATIN, *_LAST),
    BIAOSONG: (_BIAOSONG, *_LAST),
}


def lean_name(family: str) -> str:
    """The file name of a built face: 「Typeset FangSong」 → 「TypesetFangSong.otf」."""
    return family.replace(" ", "") + ".otf"
