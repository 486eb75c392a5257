"""县委专题会议纪要第2期: grain, reservoirs, villages; one matter void because another covers it."""

from bureau.demo.acts import finished, replied, reported, signed, urged, voided
from bureau.demo.disputes import disputed, let_go
from bureau.demo.inside import handed_on
from bureau.demo.tale import EVERY_TOWNSHIP, Paper, Tale
from bureau.demo.urgings import slip, withdrawn
from bureau.matters.deadlines import dues
from directives.models import Source

MERGED = "整治柳湾镇、枫林镇农村黑臭水体3处"

TALES = (
    Tale(
        "落实粮食生产责任，完成早稻育秧面积目标，防止耕地抛荒",
        "县农业农村局",
        (EVERY_TOWNSHIP,),
        due=13,
        leader="分管农业副县长",
        acts=(
            replied(
                -3,
                45,
                "育秧面积任务已分解到15个乡镇，落实集中育秧点64处，抛荒耕地摸排1370亩，落实代耕代种主体22家。",
            ),
            finished(-2, "双枫镇", "抛荒耕地83亩全部由合作社流转复耕，集中育秧点4处完成整地。"),
        ),
    ),
    Tale(
        "完成水库山塘度汛隐患排查整改",
        "县水利局",
        (EVERY_TOWNSHIP,),
        due=6,
        leader="分管农业副县长",
        unsigned=("茶亭镇",),
        acts=(
            slip(-4, unit="茶亭镇", step=dues.SIGN),
            withdrawn(-3, "该镇网络迁改，暂不能登录，已电话确认收到。", "茶亭镇"),
            replied(
                -2,
                40,
                "山塘排查采取乡镇自查、县级抽查方式，已排查1124口，发现涵卧管漏水等隐患96处，整改41处。",
            ),
            handed_on(-2, "slj-project", 5, "你股牵头到底，每天汇总各乡镇进度。"),
            urged(-1, "交办已满五个工作日仍未签收，请立即签收并报送排查情况。", "茶亭镇"),
        ),
    ),
    Tale(
        "开展防返贫监测帮扶集中排查",
        "县农业农村局",
        ("县民政局", "县医保局"),
        due=2,
        leader="分管农业副县长",
        acts=(
            disputed(
                -5,
                "临时救助、低保信息可以随时提供，残疾人家庭的入户核查由残联系统负责，不属我局职责。",
                "县残联",
                "县民政局",
            ),
            let_go(-4, "县民政局", "县残联", "请县民政局继续提供低保比对信息。"),
            signed(-4, "县残联"),
            replied(-3, 65, "入户排查4.2万户，新识别监测对象37户112人，正按程序公示。"),
            finished(-2, "县医保局", "比对大额医疗支出人员信息318条，移交乡镇核实，纳入监测9户。"),
            reported(
                -1,
                "集中排查全部完成，新识别监测对象37户112人已公示无异议并录入系统，逐户落实帮扶联系人和帮扶措施。",
            ),
        ),
    ),
    Tale(
        MERGED,
        "县生态环境分局",
        ("柳湾镇", "枫林镇"),
        due=16,
        leader="分管环保副县长",
        acts=(voided(-4, "与县人民政府第6次常务会议“农村黑臭水体清零”事项重复，并入该事项办理。"),),
    ),
    Tale(
        "发展壮大村级集体经济，消除年经营性收入20万元以下的薄弱村",
        "县农业农村局",
        ("县委组织部", "县财政局"),
        due=24,
        leader="县委副书记",
        unsigned=("县委组织部",),
        acts=(
            replied(
                -2, 35, "全县薄弱村27个，已逐村制定增收计划，其中11个村以入股光伏、物业租赁方式落实项目。"
            ),
        ),
    ),
)

PAPER = Paper(
    kind=Source.Kind.SPECIAL_MEETING,
    title="中共桃溪县委农村工作专题会议纪要",
    number="第2期",
    date=-9,
    officer="officer2",
    organ="中共桃溪县委办公室",
    tales=TALES,
)
