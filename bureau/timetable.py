"""What the house does by the clock (`celery beat`): every so many seconds, or at an hour of the day."""

from celery.schedules import crontab

TIMETABLE = {
    "render-waiting-bulletins": {"task": "reports.tasks.render_waiting", "schedule": 60.0},
    "remind-of-bulletins": {
        "task": "reports.tasks.remind_units",
        "schedule": crontab(minute=20, hour="8-17"),
    },
    "tell-what-is-to-be-told": {
        "task": "bureau.notices.tasks.sweep",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "gather-digests": {
        "task": "bureau.notices.tasks.digest",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "send-mails": {
        "task": "bureau.notices.tasks.deliver",
        "args": ("mail",),
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "send-by-gateway": {
        "task": "bureau.notices.tasks.deliver",
        "args": ("gateway",),
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "send-events": {
        "task": "bureau.interface.tasks.send_events",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "open-next-nodes": {"task": "directives.tasks.open_next_nodes", "schedule": crontab(minute=5)},
    "ask-for-late-minutes": {
        "task": "directives.tasks.ask_for_late_minutes",
        "schedule": crontab(minute=25, hour="9-17"),
    },
    "tell-of-items-behind": {
        "task": "directives.tasks.tell_of_items_behind",
        "schedule": crontab(minute=35, hour="8-17"),
    },
    "open-next-chases": {"task": "instructions.tasks.open_next_chases", "schedule": crontab(minute=10)},
    "forget-uses": {"task": "complaints.tasks.forget_uses", "schedule": crontab(hour=4, minute=50)},
    "clear-voided-complaints": {
        "task": "complaints.tasks.clear_voided",
        "schedule": crontab(hour=4, minute=55),
    },
    "forget-letters-not-sent": {
        "task": "bureau.vault.tasks.forget_uploads",
        "schedule": crontab(hour=4, minute=40),
    },
    "deem-accepted": {
        "task": "complaints.tasks.deem_accepted",
        "schedule": 300.0,
        "options": {"expires": 240},
    },
    "recount-deadlines": {
        "task": "bureau.matters.tasks.recount_deadlines",
        "schedule": crontab(hour=3, minute=40),
    },
    "read-attachments": {
        "task": "bureau.matters.tasks.read_attachments",
        "schedule": 300.0,
        "options": {"expires": 240},
    },
    "take-up-jobs": {"task": "bureau.jobs.tasks.sweep", "schedule": 60.0},
    "forget-job-files": {"task": "bureau.jobs.tasks.forget_files", "schedule": crontab(hour=4, minute=20)},
    "back-up": {"task": "bureau.ops.tasks.back_up", "schedule": crontab(hour=1, minute=30)},
    "check-timelines": {"task": "bureau.ops.tasks.check_timelines", "schedule": crontab(hour=2, minute=30)},
    "look-after-the-machine": {
        "task": "bureau.ops.tasks.look_after",
        "schedule": 300.0,
        "options": {"expires": 240},
    },
    "chain-audit-lines": {
        "task": "bureau.org.tasks.chain_audit",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "check-audit-lines": {"task": "bureau.ops.tasks.check_audit", "schedule": crontab(hour=2, minute=40)},
    "forget-ended-logins": {
        "task": "bureau.org.tasks.forget_sessions",
        "schedule": crontab(hour=3, minute=5),
    },
    "forget-old-submissions": {
        "task": "bureau.pages.tasks.forget_submissions",
        "schedule": crontab(hour=3),
    },
}
