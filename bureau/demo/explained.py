"""谈话函询 as lines of a tale: asked by letter, explained on paper, believed."""

from django.utils import timezone

from accountability import actions
from bureau.demo.tale import Act
from bureau.matters.service import serving


def asked_to_explain(day: int, who: str, topics: str) -> tuple:
    """By letter, received on the next day."""

    def take(scene):
        letter = scene.subject(who).explanations.get().letter
        serving.record_receipt(scene.officer, letter, "direct", timezone.localdate(), "本人")

    return (
        Act(day, lambda scene: actions.ask(scene.person("director"), scene.subject(who), "letter", topics)),
        Act(day + 1, take),
    )


def explained(day: int, who: str, words: str) -> Act:
    return Act(
        day, lambda scene: actions.explain(scene.officer, scene.subject(who), timezone.localdate(), words)
    )


def believed(day: int, outcome: str) -> Act:
    return Act(day, lambda scene: actions.dismiss(scene.person("director"), scene.record, outcome))
