"""政府工作报告任务分解: the long distances, some of them reported on node by node."""

from bureau.demo.acts import (
    accepted,
    answered_back,
    asked_time,
    closed,
    countersigned,
    finished,
    granted_time,
    replied,
    reported,
    returned,
)
from bureau.demo.tale import EVERY_TOWNSHIP, Paper, Tale
from bureau.org.models import Urgency
from directives.models import Source

GRAIN_DRYING = "建成粮食烘干中心3座并投入使用"


def task(title, lead, *rest, **words) -> Tale:
    return Tale(title, lead, *rest, urgency=Urgency.LONGTERM, **words)


TALES = (
    task(
        "新增公办义务教育学位800个",
        "县教育局",
        ("县财政局", "县住建局"),
        due=45,
        goal="800个",
        stages=((-38, "三小扩建主体完工"), (-13, "三小扩建竣工验收"), (20, "城南学校竣工验收")),
        category="民生实事",
        leader="分管教育副县长",
        acts=(
            replied(-40, None, "桃溪三小扩建主体完工；城南学校正在砌筑二层。", value="360", reached=True),
            countersigned(-39),
            replied(-12, None, "三小扩建已通过竣工验收并招生，城南学校主体封顶。", value="440", reached=True),
            countersigned(-11),
            accepted(-10, "进度符合序时要求。"),
        ),
    ),
    task(
        "建设农村公路安防工程100公里",
        "县交通运输局",
        ("青石桥镇", "云台镇", "茶亭镇", "岩溪乡"),
        due=-5,
        goal="100公里",
        category="民生实事",
        leader="分管交通副县长",
        acts=(
            replied(-38, None, "安装波形护栏31公里、警示桩4200根。", value="46"),
            asked_time(
                -12,
                14,
                "钢护栏因厂家检修推迟到货。",
                "已完成71公里，余下29公里待材料进场。",
            ),
            granted_time(-11, 12, "同意延期，临水临崖路段须先行设置临时防护。"),
            finished(-9, "青石桥镇", "辖区承担的7.2公里安防工程全部完工，已组织村级验收。"),
            replied(-4, None, "护栏到货，临水临崖路段全部完成。", value="86"),
        ),
    ),
    task(
        "城镇新增就业3000人",
        "县人社局",
        ("城关镇", "马石镇", "清江铺镇", "经开区管委会"),
        due=60,
        goal="3000人",
        category="民生实事",
        leader="常务副县长",
        acts=(
            replied(-42, None, "举办招聘会9场，零就业家庭动态清零。", value="1440"),
            replied(
                -13,
                None,
                "累计新增就业中园区企业吸纳982人。",
                files=("城镇新增就业分乡镇统计.xlsx",),
                value="2371",
            ),
        ),
    ),
    task(
        "改造农村危房120户，完成率100%",
        "县住建局",
        ("县民政局", "县财政局"),
        due=-14,
        category="民生实事",
        leader="分管住建副县长",
        acts=(
            replied(-41, 60, "120户全部开工，竣工74户。"),
            finished(-20, "县民政局", "120户对象身份逐户复核，其中低保、特困对象87户，均符合条件。"),
            reported(
                -18,
                "120户农村危房改造全部竣工验收，补助资金264万元通过一卡通发放到户，农户满意度98%。",
                files=("农村危房改造竣工验收表.xlsx",),
            ),
            closed(-16, "抽查15户，均已入住，予以销号。"),
        ),
    ),
    task(
        "培育规模以上工业企业8家",
        "县科工局",
        ("县统计局", "县税务局"),
        due=28,
        goal="8家",
        category="产业发展",
        leader="分管工业副县长",
        acts=(
            replied(-39, None, "确定培育企业14家，3家已申报入规。", value="3"),
            replied(-9, None, "5家企业通过省级审核入库，另有4家营业收入达标，正在整理申报资料。", value="5"),
        ),
    ),
    task(
        "竹木精深加工产值增长12%",
        "县林业局",
        ("县科工局", "县商务局", "县统计局"),
        every="quarterly",
        category="产业发展",
        leader="分管工业副县长",
        acts=(
            replied(-40, None, "竹木加工企业312家，本期产值19.4亿元，同比增长9.8%，竹缠绕管材项目投产。"),
            accepted(-38, "增幅低于目标，请分析原因。"),
            replied(
                -7,
                None,
                "本期产值同比增长11.6%，差距主要在出口订单减少，已组织12家企业参加竹产业博览会，签约2.3亿元。",
            ),
        ),
    ),
    task(
        "粮食播种面积稳定在72万亩，耕地抛荒动态清零",
        "县农业农村局",
        (EVERY_TOWNSHIP,),
        every="quarterly",
        category="农业农村",
        leader="分管农业副县长",
        acts=(
            replied(-37, None, "粮食播种面积落实72.3万亩，卫星图斑核查抛荒地块156个，已复耕131个。"),
            replied(-8, None, "余下25个抛荒图斑复耕21个，4个因地质灾害隐患申请核减，材料已报市局。"),
        ),
    ),
    task(
        "建成高标准农田2.1万亩",
        "县农业农村局",
        ("县水利局", "县财政局"),
        due=40,
        goal="2.1万亩",
        stages=((-12, "四个标段全部进场"), (15, "完成田块平整和渠系配套")),
        plan=((-30, "0.3万亩"), (-5, "0.9万亩"), (15, "1.5万亩")),
        category="农业农村",
        leader="分管农业副县长",
        acts=(
            replied(-36, None, "2.1万亩分四个标段，初步设计全部批复，两个标段进场。", value="0.35"),
            finished(-10, "县水利局", "配套渠系设计审查完成，水源保障方案已批复。"),
            replied(-9, None, "两个标段完成田块平整，因连续降雨另两个标段推迟进场。", value="0.6"),
        ),
    ),
    task(
        "规范涉企检查，备案率达到100%",
        "县司法局",
        ("县市监局", "县应急管理局", "县生态环境分局"),
        every="monthly",
        category="营商环境",
        leader="常务副县长",
        acts=(
            replied(-45, None, "21家执法单位涉企检查全部实行扫码备案，本月备案检查186次，备案率93%。"),
            replied(-20, None, "备案率提升至97.5%，对3起未备案检查启动执法监督。"),
            replied(-2, None, "本月涉企检查142次，同比下降31%，全部备案。"),
        ),
    ),
    task(
        "建成社区居家养老服务中心6个",
        "县民政局",
        ("县财政局",),
        due=-20,
        category="民生实事",
        leader="分管教育副县长",
        acts=(
            replied(-41, 55, "4个中心完成装修，2个正在安装适老化设施。"),
            reported(
                -25,
                "6个社区居家养老服务中心全部建成运营，助餐点日均服务老人310人次，运营合同均已签订。",
                files=("养老服务中心运营情况报告.docx", "养老服务中心验收意见.pdf"),
            ),
            closed(-23, "实地查看3个中心，运营正常，予以销号。"),
        ),
    ),
    task(
        GRAIN_DRYING,
        "县农业农村局",
        due=-46,
        leader="分管农业副县长",
        acts=(
            replied(-55, 40, "3座烘干中心完成设备招标，2座开始安装。"),
            reported(-48, "3座粮食烘干中心全部建成，具备投入使用条件。"),
            returned(-47, "报告没有附竣工验收和试运行记录，请补齐后再报。"),
            reported(-44, "3座烘干中心已竣工，试运行情况良好。"),
            returned(-43, "实地查看，其中一座没有通电，报告与事实不符。第二次退回。"),
            reported(
                -15,
                "最后一座烘干中心已通电，3座均通过验收，连续试运行5日，日烘干粮食210吨。",
                files=("烘干中心验收意见.pdf",),
            ),
            closed(-13, "实地查看3座均在运行，予以销号。"),
        ),
    ),
    task(
        "城乡居民基本医疗保险参保率稳定在95%以上",
        "县医保局",
        ("县税务局",),
        due=-9,
        goal="≥95%",
        category="民生实事",
        leader="分管教育副县长",
        acts=(
            replied(-38, None, "已参保缴费31.2万人，集中征缴宣传覆盖所有村组。", value="62.4"),
            asked_time(-22, 2, "省级征缴期顺延一个月。", "参保率78%。"),
            granted_time(-21, 2, "与省级征缴期一致，同意延期。"),
            replied(-6, None, "参保率总体达到预期。", value="91.3"),
            answered_back(-5, "请报送分乡镇参保人数和参保率，列明未参保人员动员措施。"),
            asked_time(
                -1,
                15,
                "在外务工未参保人员1.4万人，需待其返乡后集中办理。",
                "参保率91.3%，已逐户电话通知。",
            ),
        ),
    ),
)

PAPER = Paper(
    kind=Source.Kind.WORK_REPORT,
    title="桃溪县{year}年《政府工作报告》目标任务分解表",
    number="桃政办发〔{year}〕3号",
    date=-62,
    officer="officer1",
    organ="桃溪县人民政府办公室",
    tales=TALES,
)
