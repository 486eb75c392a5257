"""A case of last half-year: the effect period ended by itself, was lifted on the day after, and its bearer was promoted then."""

from bureau.demo.blamed import checked, filed, found, gathered, reported
from bureau.demo.heard import (
    deliberated,
    executed,
    lifted,
    organ_decided,
    recommended,
    resolved,
    told,
    waived,
)
from bureau.demo.tale import Blamed

UNIT = "县林业局"
FIRES = f"{UNIT}副局长"
ADMONITION = "诫勉谈话"

ENDED = Blamed(
    -165,
    "高火险期防火值守脱岗",
    "superior",
    "inaction",
    "市级明查暗访通报：高火险期抽查3个瞭望哨，2个无人值守，县级带班领导不在岗。",
    (FIRES,),
    source_words="市森林防火指挥部通报",
    happened="高火险期某日14时",
    acts=(
        checked(
            -164,
            -160,
            "调取值班表和瞭望哨打卡记录，询问值守人员。",
            "抽查当日带班领导外出未报备，两个瞭望哨无人值守。",
            "分管负责人负直接责任。",
        ),
        filed(-159, "《森林防火条例》第四十八条"),
        gathered(-157, "值班表和打卡记录", "县林业局", 6),
        found(-156, FIRES, "带班期间外出没有报备，没有安排替班，两个瞭望哨无人值守。", "direct", ADMONITION),
        reported(
            -155,
            "高火险期带班领导外出没有报备，两个瞭望哨无人值守（证据1）。没有造成火情。",
            "《森林防火条例》第十九条；县森林防火值班制度。",
            "建议诫勉谈话。",
            mitigating="没有造成后果，当日补齐值守。",
        ),
        told(-153, FIRES),
        waived(-152, FIRES),
        deliberated(
            -151,
            "局长、副局长、问责专员：同意。",
            "建议县委组织部对县林业局副局长诫勉谈话。",
        ),
        resolved(-151, FIRES, ADMONITION),
        recommended(-150, FIRES),
        organ_decided(-146, FIRES, 12, ADMONITION),
        executed(-143, FIRES, ADMONITION, "县委组织部分管副部长谈话，谈话记录经本人签字存档。"),
        lifted(
            FIRES,
            "影响期内带队巡查防火哨所41次，所分管的值守没有再发生脱岗，经县委组织部了解，改正情况好。",
            "局长",
            UNIT,
        ),
    ),
)
