"""What the worker does for the interface."""

from bureau.files.refused import Refused
from bureau.interface.package.making import make
from bureau.jobs.doing import Running
from bureau.jobs.work import Barred, Outcome, work
from bureau.org.posts import Post
from bureau.pages import period

PACKAGE = "interface.package"


@work(PACKAGE)
def package(job: Running) -> Outcome:
    """The package of a month, for who may have it still."""
    if not job.person.holds(Post.DIRECTOR):
        raise Barred("归档数据包由局领导导出。")
    month = period.of(job.facts["year"], str(job.facts["month"]))
    try:
        with job.file(f"督查局归档数据包-{month.words}.zip") as out:
            count = make(job.person, month, out, job.step)
    except FileNotFoundError as lost:
        raise Refused("有一期通报的文件不在存储里，请系统管理员从备份中恢复后再导出。") from lost
    return Outcome(f"已导出{month.words}的归档数据包，共{count}个文件，另附清单。")
