"""恢复: the texts of an earlier version as a new edit; what is quoted and inserted stays as it is."""

from django.db import transaction

from reports import flow, versions
from reports.policy import locked_for


@transaction.atomic
def restore(person, bulletin, version):
    bulletin = locked_for(person, flow.RESTORE, bulletin)
    texts = {name: version.content[name] for name in versions.TEXTS}
    entry = flow.take(flow.RESTORE, bulletin, person, changes=texts, number=version.number)
    versions.keep(bulletin, person, flow.RESTORE)
    return entry
