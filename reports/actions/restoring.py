"""恢复: the texts of an earlier version as a new edit; what is quoted and inserted stays as it is."""

from reports import flow, versions
from reports.policy import takes


@takes(flow.RESTORE)
def restore(actor, bulletin, version):
    texts = {name: version.content[name] for name in versions.TEXTS}
    entry = flow.take(flow.RESTORE, bulletin, actor, changes=texts, number=version.number)
    versions.keep(bulletin, actor, flow.RESTORE)
    return entry
