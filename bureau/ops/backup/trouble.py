"""What stands in the way."""

import errno

WORDS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "这不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EIO: "磁盘读写出错",
}


class Trouble(Exception):
    """A sentence for whoever runs the command: what is wrong and what to do."""


def in_words(error: BaseException) -> str:
    """Why it did not work: our own sentence, or the machine's reason and where."""
    if isinstance(error, OSError) and error.errno:
        where = f"（{error.filename}）" if error.filename else ""
        return f"{WORDS.get(error.errno, error.strerror)}{where}"
    return str(error) or type(error).__name__
