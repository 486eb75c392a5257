"""Who complained, in the tests; and the words of it that nobody finds outside the vault."""

from bureau.vault.particulars import Particulars

WHO = Particulars(
    name="来电群众甲",
    phone="0000-1234567",
    address="马石镇红岩村三组",
    enterprise="红岩竹业有限公司",
    licence="91TX0000MA0000001X",
    code="1234567890123456",
)
PLANTED = ("来电群众甲", "1234567", "红岩")
