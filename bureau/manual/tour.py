"""第一天三步: what somebody of a post does first. Shown on the home page until its owner closes it."""

from dataclasses import dataclass

from bureau.org.models import Person
from bureau.org.posts import Post


@dataclass(frozen=True)
class Stop:
    """A thing to do, why, and the name of the address where it is done."""

    title: str
    words: str
    at: str


SETTINGS = Stop(
    "定好怎样通知您", "站内消息之外，可以再选邮件或短信网关，也可以汇成每天一封。", "notices:settings"
)
LEDGER = Stop(
    "看一遍台账", "逾期的排在最前；上面可以按来源、单位、时限筛选，常用的筛选能存为视图。", "directives:list"
)
TOURS = {
    Post.OFFICER: (
        Stop(
            "导入一份会议纪要", "纪要或任务分解表读进来就是一件件事项，核对无误再登记。", "directives:import"
        ),
        LEDGER,
        Stop("看看该催哪些", "到了时限没有报送的，系统建议发哪一种文书，发不发由您决定。", "urging:home"),
    ),
    Post.INTAKE: (
        Stop("登记一个电话", "边听边记，读出建议，登记投诉；能当场答复的到此为止。", "complaints:new"),
        Stop("看看待审查的", "3个工作日内决定是否受理，过期视为受理。", "complaints:list"),
        Stop("看一眼统计", "每个数都能点开，点开就是它所数的那些投诉。", "complaints:figures"),
    ),
    Post.ACCOUNTABILITY: (
        Stop(
            "看看该不该作线索",
            "按规则提出来的只写单位；登记为线索还是不作线索，由您决定。",
            "accountability:proposals",
        ),
        Stop("登记班子成员", "可以从 Excel 粘贴多行；姓名加密保存，别处只写单位和职务。", "cadres:list"),
        Stop(
            "看一遍问责台账",
            "点开一件，每个对象到了哪一步、有什么文书、影响期到哪天都在那一页。",
            "accountability:list",
        ),
    ),
    Post.APPRAISAL: (
        Stop("看一遍考核方案", "每项指标怎么计分、数据由谁提供，公布以后不再改动。", "appraisal:schemes"),
        Stop(
            "看看该加减哪些分",
            "从台账里提出，登记还是不采用由您决定，再由局领导审批。",
            "appraisal:proposals",
        ),
        Stop("看一个单位怎么得的分", "点开一个考核期、一个单位，每一分都能点开。", "appraisal:list"),
    ),
    Post.DIRECTOR: (
        Stop("看等您审定的", "工作台列出等您审定、审核、签发的，最急的在前，可以一并处理。", "desk:home"),
        LEDGER,
        Stop("看一眼统计", "每个数都能点开，点开就是它所数的那些事项。", "reports:figures"),
    ),
    Post.LEADER: (
        Stop(
            "读等您阅批的",
            "先是文字，字号随您的设置；印出来的样子在“看版面”里，点“手写”可以写在页面上。",
            "leading:home",
        ),
        Stop(
            "写一句批示试试",
            "一句话、几个单位，提交后登记编号，谁签收、怎么办都在同一张卡片上。",
            "leading:instruct",
        ),
        Stop("外出时请人代理", "定好起止日期和代理人，到期自动停止。", "away"),
    ),
    Post.LIAISON: (
        Stop("签收交办的事项", "工作台上最急的在前；勾选几件可以一次签收。", "desk:home"),
        Stop("看本单位的台账", "牵头的、协办的都在这里，红的是逾期。", "directives:list"),
        SETTINGS,
    ),
    Post.HEAD: (
        Stop("审签要报送的", "联络员写好的办结报告等您审签，退回时写明要补什么。", "desk:home"),
        Stop("看本单位的台账", "牵头的、协办的都在这里，红的是逾期。", "directives:list"),
        SETTINGS,
    ),
    Post.MEMBER: (
        Stop("看交给您的任务", "本单位分给您的任务在工作台上，最急的在前，点开就能报告。", "desk:home"),
        Stop(
            "看这件事的来龙去脉",
            "只列出交给您办的事项，要求、时限和本单位的反馈都在里面。",
            "directives:list",
        ),
        SETTINGS,
    ),
    Post.SYSTEM: (
        Stop("录入单位和人员", "可以一次粘贴多行；停用的不删除，办过的事仍记在名下。", "admin:index"),
        Stop(
            "录入放假安排",
            "每年十一月左右公布次年安排，时限按它计算。",
            "admin:org_workdayexception_changelist",
        ),
        Stop("看运行情况", "备份、队列、消息有没有按时，都在这一页。", "ops:page"),
    ),
    Post.SECURITY: (
        Stop(
            "看待确认的任用", "系统管理员提出的岗位，您确认才生效；一般岗位可以一次确认一页。", "appointments"
        ),
        Stop("定分管关系", "哪位县领导分管哪些单位、哪项业务。", "admin:org_portfolio_changelist"),
        Stop("定登录要求", "哪些岗位须两步验证、多久不操作退出、最多登录几处，按岗位定。", "requirements"),
    ),
    Post.AUDIT: (
        Stop(
            "看审计记录",
            "谁登录、给了谁岗位、导出和打印了什么、看了哪件限阅事项，逐条在这里，只能看，不能改。",
            "audit:lines",
        ),
        Stop("改一次密码", "初始密码只用于第一次登录。", "password_change"),
    ),
}


def tour_of(person: Person) -> tuple[Stop, ...]:
    """The steps of the first of their posts; none for who closed them."""
    if person.tour_closed:
        return ()
    return next((TOURS[post] for post in Post if post in TOURS and person.holds(post)), ())
