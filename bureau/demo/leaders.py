"""What leaders say to an answer that was laid before them, as lines of a tale."""

from bureau.demo.specials import special
from bureau.demo.tale import Act
from bureau.leading.instructing import instruct_on
from bureau.matters.access import confirming
from bureau.matters.access.confirming import to_confirm
from instructions import actions
from instructions.models import Origin
from reports import actions as reporting


def noted(day: int, opinion: str = "", positive: bool = False) -> Act:
    """圈阅 by the leader; of one who reads on paper the desk records it."""

    def play(scene):
        if leader := scene.leader:
            reporting.read(leader, special(scene.pk))
            return actions.note(leader, scene.record, opinion, positive)
        return actions.note_for(scene.officer, scene.record, opinion, positive)

    return Act(day, play)


def again(day: int, words: str) -> Act:
    """新的批示: the next round, by the leader on the answer itself, or by the desk from paper."""

    def play(scene):
        word, leader = next_word(scene, words, day), scene.leader
        if leader is None:
            return actions.again(scene.officer, scene.record, word)
        answer = special(scene.pk)
        reporting.read(leader, answer)
        return instruct_on(leader, answer, word)

    return Act(day, play)


def next_word(scene, words: str, day: int) -> actions.Word:
    said, leader = scene.record.round, scene.leader
    return actions.Word(
        leader_name=said.leader_name,
        leader=leader,
        level=said.level,
        words=words,
        date=scene.days.day(day),
        origin=Origin.TYPED if leader else Origin.PAPER,
    )


def confirmed(day: int) -> Act:
    """确认代录 of what the secretary entered."""

    def play(scene):
        waiting = to_confirm(scene.leader).filter(entry__matter=scene.pk)
        return confirming.confirm(scene.leader, list(waiting.values_list("pk", flat=True)))

    return Act(day, play)
