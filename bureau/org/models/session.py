from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """登录: a browser in which somebody is logged in, or was seen on the way to it. It knows whose it is, so that it can be listed and ended."""

    person = models.ForeignKey(
        "org.Person", models.CASCADE, null=True, related_name="sessions", verbose_name="人员"
    )

    class Meta(AbstractBaseSession.Meta):
        verbose_name = verbose_name_plural = "登录"

    @classmethod
    def get_session_store_class(cls):
        from bureau.org.sessions import SessionStore

        return SessionStore
