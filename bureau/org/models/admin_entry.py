from django.db import models


class AdminEntry(models.Model):
    """审计记录: one act, for the 审计管理员 to read: of an administrator, at the login, or a look at what few may see. Never changed,
    never deleted; the database refuses both. Says who did what to whom, never what stands in a matter."""

    class Kind(models.TextChoices):
        LOGIN = "login", "登录"
        FAILURE = "failure", "登录失败"
        SLOWED = "slowed", "疑似猜密码"
        PASSWORD = "password", "密码与两步验证"
        POST = "post", "岗位"
        SECRETARY = "secretary", "代录与代理"
        GRANT = "grant", "授权查阅"
        EXPORT = "export", "导出"
        PRINT = "print", "打印"
        SEALED = "sealed", "查看限阅事项"
        VAULT = "vault", "保密身份"
        NAME = "name", "查看干部姓名"
        ADMIN = "admin", "系统管理"

    actor = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, related_name="+", verbose_name="经手人"
    )  # nobody's where an account that does not exist was tried
    actor_words = models.CharField("经手人", max_length=200)  # frozen: a later change of post alters nothing
    person = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所涉人员"
    )
    kind = models.CharField("类别", max_length=10, choices=Kind, default=Kind.ADMIN)
    sentence = models.TextField("内容")
    address = models.GenericIPAddressField("网络地址", null=True, blank=True)
    at = models.DateTimeField("时间")
    digest = models.CharField("链码", max_length=64, blank=True)
    # Its place among all lines and the link to the one before, written once, soon after the line (`bureau.org.audit.sealing`).
    place = models.BigIntegerField("序号", null=True, unique=True)
    link = models.CharField("环", max_length=64, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "审计记录"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["kind", "-id"], name="audit_by_kind"),
            models.Index(fields=["actor", "-id"], name="audit_by_actor"),
            models.Index(fields=["at"], name="audit_by_time"),
            models.Index(fields=["id"], condition=models.Q(place=None), name="audit_not_sealed_yet"),
        ]

    def __str__(self):
        return self.sentence


class AuditEnd(models.Model):
    """How many lines are chained, and the last one's link, under seal: one row."""

    count = models.BigIntegerField()
    head = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)
