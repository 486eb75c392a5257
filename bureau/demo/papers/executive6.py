"""县人民政府常务会议纪要6号, of this week: every state between the paper and the unit's signature."""

from bureau.demo.acts import declined, voided
from bureau.demo.disputes import disputed
from bureau.demo.tale import EVERY_TOWNSHIP, Paper, Tale
from directives.models import Source

BLACK_WATER = "实现全县农村黑臭水体清零"

TALES = (
    Tale(
        BLACK_WATER,
        "县生态环境分局",
        ("县水利局", EVERY_TOWNSHIP),
        due=35,
        leader="分管环保副县长",
        unsigned=("县水利局", "城关镇", "竹山镇", "清江铺镇", "双枫镇", "茶亭镇", "莲塘乡", "岩溪乡"),
    ),
    Tale(
        "推进城乡供水一体化，云台镇水厂扩建开工",
        "县水利局",
        ("云台镇", "县自来水公司"),
        due=22,
        leader="分管农业副县长",
        unsigned=("县水利局", "云台镇"),
    ),
    Tale(
        "完成县城内涝点整治，疏浚排水管网18公里",
        "县住建局",
        ("县城管执法局", "城关镇"),
        due=17,
        leader="分管住建副县长",
        unsigned=("县住建局", "县城管执法局", "城关镇"),
        acts=(
            disputed(
                -1,
                "城区供排水管网疏浚维护在“三定”规定里归县住建局和供水企业，我局只管占道挖掘执法，手上没有管网图和养护队伍。",
                "县自来水公司",
                "县城管执法局",
            ),
        ),
    ),
    Tale(
        "组织开展根治欠薪专项行动",
        "县人社局",
        ("县住建局", "县交通运输局", "县公安局"),
        due=9,
        leader="常务副县长",
        unsigned=("县交通运输局", "县公安局"),
    ),
    Tale(
        "制定数字经济发展三年行动计划",
        "县数据局",
        ("县科工局", "县发改局"),
        due=26,
        leader="常务副县长",
        reaches="approved",
    ),
    Tale(
        "完成县级应急物资储备库迁建选址",
        "县应急管理局",
        ("县自然资源局",),
        due=19,
        leader="常务副县长",
        reaches="approved",
    ),
    Tale(
        "落实招商引资项目全程帮办，建立帮办员名册",
        "县商务局",
        ("经开区管委会", "县行政审批服务局"),
        due=15,
        leader="分管工业副县长",
        reaches="proposed",
    ),
    Tale(
        "开展城镇燃气安全隐患“回头看”",
        "县住建局",
        ("县市监局", "县消防救援大队"),
        due=12,
        leader="分管住建副县长",
        reaches="proposed",
    ),
    Tale(
        "推进殡葬领域移风易俗，每乡镇建成公益性公墓1处",
        "县民政局",
        (EVERY_TOWNSHIP,),
        due=50,
        leader="分管教育副县长",
        reaches="proposed",
    ),
    Tale(
        "提升县融媒体中心政策宣传实效",
        "县融媒体中心",
        ("县委宣传部",),
        due=30,
        reaches="proposed",
        acts=(
            declined(-1, "表述笼统，无量化结果，请补充“每周刊播政策解读不少于2期”等可核查要求后再提请审定。"),
        ),
    ),
    Tale("建设县城智慧路灯管理平台", "县城管执法局", ("县供电公司",), due=33, reaches="draft"),
    Tale("优化县城公交线路，新增2条通学专线", "县交通运输局", ("县教育局",), due=18, reaches="draft"),
    Tale(
        "全县农村黑臭水体排查整治",
        "县生态环境分局",
        due=35,
        reaches="draft",
        acts=(voided(-2, "与本次会议第1项重复登记。"),),
    ),
)

PAPER = Paper(
    kind=Source.Kind.EXECUTIVE,
    title="桃溪县人民政府常务会议纪要",
    number="〔{year}〕6号",
    date=-4,
    officer="officer1",
    organ="桃溪县人民政府办公室",
    tales=TALES,
)
