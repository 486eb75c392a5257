from django.db import models

from bureau.org.posts import Post


class PostRule(models.Model):
    """登录要求: what logging in asks of who holds a post, as the 安全管理员 set it (`bureau.org.requirements`)."""

    post = models.CharField("岗位", max_length=16, choices=Post, unique=True)
    second_factor = models.BooleanField("须两步验证")
    idle = models.PositiveSmallIntegerField("几分钟不操作即退出")
    at_once = models.PositiveSmallIntegerField("最多同时登录几处")

    class Meta:
        verbose_name = verbose_name_plural = "登录要求"
