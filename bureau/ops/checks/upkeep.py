"""What must be done again and again, or it is missing on the day it is needed."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from bureau.files import store
from bureau.ops import figures
from bureau.ops.checks.finding import Check, Finding, bad, good, watch
from bureau.ops.checks.words import ago, size
from bureau.ops.models import Backup, ChainCheck
from bureau.org.calendar import calendar_warnings

BACKUP_OLD = 48 * 3600  # seconds
CHECK_OLD = 3 * 86_400  # seconds
CERTIFICATE_ENDS = 21  # days
NAMED = 5  # files that are named singly


def backup() -> Finding:
    whole, last = figures.whole_backup(), Backup.objects.first()
    nightly = settings.BACKUP_DIR is not None
    if last and last.trouble:
        return bad(f"上次备份在{ago(last.at)}，有问题：{last.trouble[:200]}", "排除后运行 manage.py backup。")
    if whole is None:
        complain = bad if nightly else watch
        return complain("还没有备份过", "设置 BACKUP_DIR 每夜自动备份，或运行 manage.py backup。")
    words = f"{ago(whole.at)}，{size(whole.size)}，用时 {whole.seconds:.0f} 秒，附件 {whole.files} 个"
    if figures.age(whole.at) > BACKUP_OLD:
        complain = bad if nightly else watch
        return complain(words, "看每夜备份为什么没有做成；先运行 manage.py backup 补一份。")
    return good(words) if nightly else watch(words, "设置 BACKUP_DIR，每夜自动备份。")


def chains() -> Finding:
    ended = ChainCheck.objects.filter(ended_at__isnull=False).first()
    if ended is None:
        return watch("还没有核对过", "每夜自动核对；也可以现在运行 manage.py verify_timeline。")
    words = f"{ago(ended.ended_at)}核对 {ended.matters} 件 {ended.lines} 条动态"
    if ended.register:
        todo = "保护现场，不要改动数据库；运行 manage.py verify_timeline 看缺了哪一件，与备份比对。"
        return bad(f"{words}，登记簿有 {len(ended.register)} 处不符", todo)
    if ended.broken:
        todo = "保护现场，不要改动数据库；运行 manage.py verify_timeline 看是哪一条，与备份比对。"
        return bad(f"{words}，{len(ended.broken)} 件不完整", todo)
    if figures.age(ended.ended_at) > CHECK_OLD:
        return watch(words, "看后台进程的日志里 bureau.ops 为什么没有核对。")
    return good(f"{words}，全部完整")


def files() -> Finding:
    """What was found wrong when somebody asked for it; a file that was put back is right again."""
    wrong = store.swapped()
    if wrong:
        named = "、".join(sha256[:12] for sha256 in wrong[:NAMED])
        todo = "保护现场，查是谁改动了文件；把备份里同名的文件放回 files 文件夹。"
        return bad(f"{len(wrong)} 个附件与存入时的校验码不符，已停止提供（{named}）", todo)
    return good("读取时逐个核对，没有发现被改动的")


def certificate() -> Finding:
    if not settings.TLS_CERTIFICATE:
        return good("未设置 TLS_CERTIFICATE，不看证书")
    try:
        content = Path(settings.TLS_CERTIFICATE).read_bytes()
        ends = x509.load_pem_x509_certificate(content).not_valid_after_utc
    except (OSError, ValueError):
        return bad("证书文件读不出来", "核对 TLS_CERTIFICATE 的路径、权限和格式（PEM）。")
    days = (ends - datetime.now(UTC)).days
    words = f"{timezone.localtime(ends):%Y-%m-%d} 到期"
    if days < 0:
        return bad(f"{words}，已过期", "马上更换证书并重新载入代理。")
    if days < CERTIFICATE_ENDS:
        return bad(f"{words}，只剩 {days} 天", "申请并更换证书。")
    return good(f"{words}，还有 {days} 天")


def calendar() -> Finding:
    warnings = calendar_warnings(timezone.localdate())
    if warnings:
        return watch(
            "".join(warnings), "按国务院办公厅的通知录入。", reverse("admin:org_workdayexception_changelist")
        )
    return good("今年的放假安排已录入")


CHECKS = [
    Check("备份", backup, alarm="backup"),
    Check("动态核对", chains, alarm="chains"),
    Check("附件核对", files, alarm="files"),
    Check("HTTPS 证书", certificate, alarm="certificate"),
    Check("工作日历", calendar),
]
