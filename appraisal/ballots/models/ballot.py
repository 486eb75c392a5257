"""What a vote leaves behind. A code and a ballot have nothing in common but their group: no key, no time, no order, no place."""

import secrets

from django.db import models

from appraisal.ballots.models.voters import Group


def random_key() -> int:
    """A key that says nothing of when it was given."""
    return secrets.randbelow(2**62) + 1


class Code(models.Model):
    """票码 that has not been used: a digest with a key. Used, or once voting is over, its row is gone."""

    digest = models.CharField(max_length=64, primary_key=True)
    group = models.ForeignKey(Group, models.CASCADE, related_name="codes")

    class Meta:
        verbose_name = verbose_name_plural = "票码"

    def __str__(self) -> str:
        return str(self.group)


class Ballot(models.Model):
    """选票 that came in by a code, sealed; all of a poll are written anew in another order when it is closed."""

    id = models.BigIntegerField(primary_key=True, default=random_key)
    group = models.ForeignKey(Group, models.CASCADE, related_name="ballots")
    sealed = models.BinaryField()

    class Meta:
        verbose_name = verbose_name_plural = "选票"

    def __str__(self) -> str:
        return str(self.group)

    @property
    def about(self) -> str:
        return about(self.group_id)


def about(group: int) -> str:
    """What a ballot is sealed for: moved to another group it opens no more."""
    return f"ballot of group {group}"


class WrongCode(models.Model):
    """How often codes that are none were tried from one place in one hour. Of the place only a digest, whose key is of the day."""

    digest = models.CharField(max_length=64)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "错误票码次数"
        constraints = [models.UniqueConstraint(fields=["digest", "hour"], name="a_place_tries_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}"
