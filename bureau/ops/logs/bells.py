"""The number goes with the bell: what a worker does for a request is found under the request's number."""

from celery import signals

from bureau.ops.logs.number import current

HEADER = "asked_by"


@signals.setup_logging.connect
def keep_ours(**_):
    """Connected, Celery leaves logging to the settings."""


@signals.before_task_publish.connect
def send_along(headers=None, **_):
    if headers is not None and current.get():
        headers[HEADER] = current.get()


@signals.task_prerun.connect
def take_up(task=None, task_id="", **_):
    current.set(task.request.get(HEADER) or task_id)


@signals.task_postrun.connect
def put_down(**_):
    current.set("")
