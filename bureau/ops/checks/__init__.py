"""What is looked at on the operations page, section by section. A check is a function that gives a Finding."""

from bureau.ops.checks import clockwork, database, disks, upkeep, versions

SECTIONS = {
    "提醒与后台": clockwork.CHECKS,
    "备份与核对": upkeep.CHECKS,
    "磁盘": disks.CHECKS,
    "数据库": database.CHECKS,
    "版本": versions.CHECKS,
}
