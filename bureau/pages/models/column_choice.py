from django.db import models


class ColumnChoice(models.Model):
    """栏目: which columns of a list somebody chose for themselves."""

    NAMES_LENGTH = 400

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+", verbose_name="选的人")
    list = models.CharField("列表", max_length=60)  # the name of its address
    names = models.CharField("栏目", max_length=NAMES_LENGTH, blank=True)  # with commas between

    class Meta:
        verbose_name = verbose_name_plural = "栏目"
        constraints = [models.UniqueConstraint(fields=["person", "list"], name="one_choice_of_columns")]

    def __str__(self) -> str:
        return self.names
