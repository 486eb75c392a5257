"""导入工单: all of a table or nothing."""

from collections.abc import Sequence

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.org.models import Person
from complaints.actions.registering import register
from complaints.models import Complaint
from complaints.orders import Order
from complaints.policy import require_desk


@transaction.atomic
def register_orders(person: Person, orders: Sequence[Order]) -> list[Complaint]:
    """Each order as a complaint. Raises Refused, and Barred where one of them has a problem still."""
    require_desk(person)
    wrong = sum(bool(order.problems) for order in orders)
    if wrong:
        raise Barred(f"还有{wrong}行有问题，一件也没有登记；请改好表格再导入。", field="file")
    return [
        register(person, order.received, order.told, order.who)
        for order in orders
        if order.received and order.told
    ]
