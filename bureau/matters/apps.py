from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "bureau.matters"
    verbose_name = "事项"

    def ready(self) -> None:
        from bureau.matters import (
            admin,  # noqa: F401 its page
            deeds,
            panels,
            printing,
            proposing,
            taking_over,
        )
        from bureau.matters.deadlines import duties
        from bureau.matters.inside import giving, reporting  # noqa: F401 the verbs
        from bureau.matters.inside.steps import TASK
        from bureau.matters.lineage import changing, covers, next_link, tellers
        from bureau.matters.parts import assignments, letting_go, more_time, reassigning, replies, steps  # noqa: F401 the verbs
        from bureau.matters.parts.led import still_led
        from bureau.matters.service import contesting  # noqa: F401 the verbs
        from bureau.matters.service.shown import of_matter, on_me
        from bureau.matters.service.steps import CONTEST, SERVICE
        from bureau.org import in_hand

        for flow in (steps.ASSIGNMENT, steps.REPLY_FLOW, TASK, SERVICE, CONTEST):
            flow.complete()
        panels.show(panels.MATTER, "matters/services.html", of_matter)
        panels.show(panels.DESK, "matters/served_on_me.html", on_me)
        panels.show(panels.MATTER, "matters/upstream.html", changing.of_matter)
        tellers.register(covers.TELLER)
        proposing.PROPOSERS.append(next_link.PROPOSER)
        changing.QUOTERS.append(changing.linked)
        duties.MOVED.append(changing.moved)
        in_hand.COUNTS.append(still_led)
        in_hand.OF_PERSON.append(taking_over.still_in_hand)
        deeds.DEEDS += [lambda _kind: more_time.DEED, lambda _kind: taking_over.DEED, printing.deed_of]
