"""The posts (岗位) that a person may hold, and the functions (业务) they are held for."""

from django.db import models


class Post(models.TextChoices):
    OFFICER = "officer", "督查员"
    INTAKE = "intake", "投诉受理员"
    ACCOUNTABILITY = "accountability", "问责专员"
    APPRAISAL = "appraisal", "考核员"
    DIRECTOR = "director", "局领导"
    LEADER = "leader", "县领导"
    LIAISON = "liaison", "单位联络员"
    HEAD = "head", "单位负责人"
    MEMBER = "member", "单位经办人"
    SYSTEM = "system", "系统管理员"
    SECURITY = "security", "安全管理员"
    AUDIT = "audit", "审计管理员"


class Function(models.TextChoices):
    """The five functions, what the bureau suggests in any of them, and the visits on site that belong to the first; the values are
    the rooms' app labels and `Matter.kind`."""

    DIRECTIVES = "directives", "决策督查"
    INSPECTIONS = "inspections", "督查活动"
    SUGGESTIONS = "suggestions", "督查建议"
    INSTRUCTIONS = "instructions", "领导批示件"
    COMPLAINTS = "complaints", "营商环境投诉"
    ACCOUNTABILITY = "accountability", "有错无为问责"
    APPRAISAL = "appraisal", "绩效考核"


# The three administrators exclude each other and see no matter's content (DESIGN §5).
ADMINISTRATORS = (Post.SYSTEM, Post.SECURITY, Post.AUDIT)
# Each of these is looked at singly by who gives it, and told to the director: they read what no administrator may, or watch over those.
GUARDED = frozenset({Post.DIRECTOR, Post.LEADER, *ADMINISTRATORS})

# Whose desk a function is. The director sits at every desk.
DESKS = {
    Function.DIRECTIVES: {Post.OFFICER, Post.DIRECTOR},
    Function.INSPECTIONS: {Post.OFFICER, Post.DIRECTOR},
    Function.SUGGESTIONS: {Post.OFFICER, Post.INTAKE, Post.ACCOUNTABILITY, Post.APPRAISAL, Post.DIRECTOR},
    Function.INSTRUCTIONS: {Post.OFFICER, Post.DIRECTOR},
    Function.COMPLAINTS: {Post.INTAKE, Post.DIRECTOR},
    Function.ACCOUNTABILITY: {Post.ACCOUNTABILITY, Post.DIRECTOR},
    Function.APPRAISAL: {Post.APPRAISAL, Post.DIRECTOR},
}
