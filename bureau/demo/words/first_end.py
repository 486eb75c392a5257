"""The same month's later words: one from the province, one favourable, one that the bureau handled itself."""

from bureau.demo.acts import countersigned, finished, replied, reported
from bureau.demo.handling import filed, handled, self_reported
from bureau.demo.leaders import again, noted
from bureau.demo.specials import answered
from bureau.demo.tale import Written
from bureau.demo.words.first import POLLUTED
from bureau.org.models import Urgency
from instructions.models import Level, Meaning

FIRST_END = (
    Written(
        "副省长",
        -75,
        "部分县市农村供水水质问题内参",
        "请有关市县对照检查，立行立改，整改情况报省水利厅并告我。",
        number="内参选编〔{year}〕第12期",
        level=Level.PROVINCE,
        dated=-79,
        acts=(
            handled(
                -75,
                "县水利局",
                ("县卫健局",),
                told="对照省内参指出的农村供水水质问题逐处检查，立行立改，整改情况按程序上报。",
                opinion="省领导批示，拟请县水利局牵头，对全县农村供水工程逐处对照检查，结果经县政府审核后上报。",
            ),
            replied(
                -71,
                45,
                "对照内参指出的四类问题检查集中供水工程112处，发现消毒设备闲置7处、水源保护标识缺失15处。",
            ),
            replied(-66, 80, "闲置消毒设备恢复运行6处，更换1处；补设水源保护标识15块，水样送检112份。"),
            finished(-64, "县卫健局", "112份水样检测完毕，合格109份，不合格的3份已通报水厂并安排复检。"),
            reported(
                -62,
                "四类问题共22处全部整改，112处供水工程水样复检合格率100%，建立月检、季报制度，整改情况已按程序报省水利厅。",
                files=("农村供水水质整改清单.xlsx",),
            ),
            answered(-61, "数据已与检测报告核对。", presented_on=-60),
            noted(-54, "已阅，桃溪县整改认真，要巩固。"),
        ),
    ),
    Written(
        "secretary",
        -74,
        words="建议很好，同意按此办理。县生态环境分局处置果断，应予肯定。",
        on=f"市委书记批示件：{POLLUTED}",
        pen="special",
        meaning=Meaning.KNOW,
        positive=True,
        acts=(filed(-73, "肯定性批示，留存备考核使用。"),),
    ),
    Written(
        "magistrate",
        -72,
        "群众来电摘报：政务服务大厅中午无人值守",
        "请督查局派人暗访核实，不打招呼，结果直接报我。",
        number="桃信摘〔{year}〕26期",
        urgency=Urgency.URGENT,
        officer="officer3",
        acts=(
            handled(-72),
            self_reported(
                -69,
                "督查组连续两日中午暗访政务服务大厅，42个窗口中值守的首日9个、次日11个，12时至13时取号45人、办结17人；社保、不动产窗口无人值守，已向县行政审批服务局反馈。",
                files=("政务大厅暗访记录.docx",),
            ),
            answered(-69, presented_on=-68),
            noted(-67, "情况属实。请县行政审批服务局下周起实行中午轮班，督查局再看一次。"),
        ),
    ),
    Written(
        "vice-transport",
        -70,
        "关于绕城段夜间货车超限运输情况的反映",
        "请县交通运输局会同县公安局开展夜间治超，查清源头企业，结果报我。",
        number="桃公路报〔{year}〕21号",
        officer="officer2",
        acts=(
            handled(
                -70,
                "县交通运输局",
                ("县公安局",),
                told="开展绕城段夜间货车超限运输整治，查清源头装载企业并依法处理。",
            ),
            replied(-66, 50, "连续四晚联合治超，检查货车168台，查处超限23台，卸载转运货物312吨。"),
            finished(-62, "县公安局", "处罚改型加高货车9台，记分54分，锁定源头砂石企业2家并移交线索。"),
            countersigned(-61, "县公安局"),
            reported(
                -59,
                "整治以来查处超限货车61台，约谈源头企业2家并各罚款3万元，安装出场称重监控，绕城段夜间超限率由14.1%降至2.3%。",
            ),
            answered(-58, presented_on=-57),
            noted(-55, "阅。夜间治超要常态化。"),
        ),
    ),
    Written(
        "vice-edu",
        -68,
        "关于农村小规模学校饮水设施老化的调研报告",
        "请县教育局牵头，会同水利、卫健部门逐校过一遍，确保学生饮水安全，结果报我。",
        number="桃政协调研〔{year}〕3号",
        meaning=Meaning.HANDLE,
        acts=(
            handled(
                -68,
                "县教育局",
                ("县水利局", "县卫健局"),
                told="对农村小规模学校饮水设施逐校排查，确保学生饮水安全。",
            ),
            replied(
                -64, 40, "排查农村小规模学校31所，滤芯超期未换的9所、自备水源无检测的5所，已先行停用5处。"
            ),
            countersigned(-64),
            finished(-60, "县卫健局", "完成31所学校水样检测，不合格4份，均为自备井水，已出具改水建议。"),
            finished(
                -59,
                "县水利局",
                "为31所学校核定供水水源，3所具备管网接通条件，铺设支管1.6公里，水压满足要求。",
            ),
            reported(
                -58,
                "9所学校更换滤芯设备26台，5所自备水源学校中3所接通集中供水，2所暂用桶装水，学生饮水安全有保障。",
            ),
            countersigned(-57),
            answered(-56, presented_on=-55),
            again(-53, "两所学校长期用桶装水不是办法，请水利局定出接水方案和完工日期，再报。"),
            handled(
                -52,
                "县水利局",
                ("县财政局",),
                due=-40,
                told="为仍用桶装水的两所农村小规模学校接通集中供水，定出方案和完工日期。",
                opinion="第二轮批示点名县水利局，拟改由县水利局牵头，县财政局配合。",
            ),
            replied(
                -48,
                50,
                "两所学校接水方案已定，铺设管道2.7公里，概算34万元，资金由县财政统筹，已开挖沟槽1.1公里。",
            ),
            finished(-46, "县财政局", "统筹农村供水维修资金34万元，已按工程进度拨付20万元，余款验收后拨付。"),
            countersigned(-45, "县财政局"),
            reported(
                -42,
                "两所学校均已通水，水压、水质检测合格，桶装水停用；管护责任落实到所在村供水站，每季度检测一次。",
            ),
            answered(-41),
            noted(-38, "好，办到了底。"),
        ),
    ),
)
