"""涉密不上网: what bears a mark of classification is refused, in every field and in a file's name."""

import re

from bureau.matters.attaching import attach
from bureau.matters.flow import Barred

MARK = re.compile(
    r"(?:绝密|机密|秘密)\s*[★☆*]|[（(【\[]\s*(?:绝密|机密|秘密)\s*[)）】\]]|(?:密级|密别)[:： ]*(?:绝密|机密|秘密)"
)
REFUSAL = "涉密不上网：涉密的批示件不得在本系统登记、上传或转述，请按保密规定在涉密渠道办理；本次填写的内容没有保存。"


def bring(entry, files) -> None:
    """Hang what came with the leader's word on its line, unless a file's name says that it is classified."""
    refuse_classified(*(file.name for file in files))
    attach(entry, files)


def refuse_classified(*texts: str) -> None:
    """Raises Barred where one of the texts bears a mark of classification (facts §7.2)."""
    if any(MARK.search(text) for text in texts):
        raise Barred(REFUSAL)
