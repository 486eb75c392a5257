"""电子邮件, over the SMTP server that `EMAIL_URL` names."""

from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

import environ
from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from bureau.notices.channels.message import ChannelDown, Message, Undelivered

PATIENCE = 10  # seconds


def send(message: Message) -> None:
    mail = EmailMessage(
        message.subject,
        f"{message.body}\n\n{message.url}\n",
        settings.MAIL_FROM,
        [message.to],
        headers={"Message-ID": f"<{message.key}@{settings.MAIL_FROM.rpartition('@')[2]}>"},
        connection=connection(),
    )
    try:
        mail.send()
    except SMTPRecipientsRefused as refused:
        codes = "、".join(str(code) for code, _words in refused.recipients.values())
        raise Undelivered(f"邮件服务器不接收这个地址（{codes}）") from refused
    except SMTPDataError as refused:
        raise Undelivered(f"邮件服务器不接收这封邮件（{refused.smtp_code}）") from refused
    except (SMTPException, OSError) as trouble:
        raise ChannelDown(f"连不上邮件服务器（{type(trouble).__name__}）") from trouble


def connection():
    """A connection of its own for each message: a broken one breaks nothing else."""
    found = environ.Env.email_url_config(settings.EMAIL_URL)
    return get_connection(
        found["EMAIL_BACKEND"],
        host=found["EMAIL_HOST"],
        port=found["EMAIL_PORT"],
        username=found["EMAIL_HOST_USER"],
        password=found["EMAIL_HOST_PASSWORD"],
        use_tls=found.get("EMAIL_USE_TLS", False),
        use_ssl=found.get("EMAIL_USE_SSL", False),
        timeout=PATIENCE,
    )
