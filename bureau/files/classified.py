"""涉密不上网: what bears a mark of classification is refused, in every field and in a file's name (facts §7.2)."""

import re

MARK = re.compile(
    r"(?:绝密|机密|秘密)\s*[★☆*]|[（(【\[]\s*(?:绝密|机密|秘密)\s*[)）】\]]|(?:密级|密别)[:： ]*(?:绝密|机密|秘密)"
)
REFUSAL = "涉密不上网：涉密的内容和文件不得在本系统登记、上传或转述，请按保密规定在涉密渠道办理；本次填写的内容没有保存。"


def is_marked(*texts: str) -> bool:
    return any(MARK.search(text) for text in texts)
