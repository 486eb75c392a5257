"""After a restore: is what lies here what was backed up?"""

from bureau.files import store
from bureau.matters.chain import register_faults, verdicts
from bureau.ops.backup import snapshot

NAMED = 20  # faults of one kind that are named singly


def against(manifest: dict) -> list[str]:
    """The tables and the ends of the chains, before any migration, held against the manifest."""
    here, told = snapshot.counts(), manifest["counts"]
    found = [
        f"表 {table} 应有 {told.get(table, 0)} 行，实有 {here.get(table, 0)} 行"
        for table in sorted(here.keys() | told.keys())
        if here.get(table) != told.get(table)
    ]
    if snapshot.chains() != manifest["chains"]:
        found.append("全部动态链末端的总校验码与备份时不同")
    return found


def chains() -> list[str]:
    """Matters that are gone, and those whose timeline is not whole."""
    found = register_faults()
    broken = [verdict.matter_id for verdict in verdicts() if verdict.faults]
    if not broken:
        return found
    return [*found, f"{len(broken)} 件事项的动态不完整（{_some(broken)}）：请运行 manage.py verify_timeline"]


def files(manifest: dict) -> list[str]:
    """Files that a row speaks of: each lies in the store and is what its digest says, save those long missing."""
    told_missing = {*manifest["missing"], *manifest["damaged"]}
    bad = [sha256 for sha256 in sorted(snapshot.named_files() - told_missing) if not store.is_whole(sha256)]
    return [f"{len(bad)} 个附件缺失或损坏：{_some(sha256[:12] for sha256 in bad)}"] if bad else []


def _some(names) -> str:
    return "、".join(str(name) for name in list(names)[:NAMED])
