"""短信或企业微信: a signed POST (`signed`) to the gateway that `NOTICE_GATEWAY_URL` names."""

from django.conf import settings

from bureau.notices.channels import signed
from bureau.notices.channels.message import Message


def send(message: Message) -> None:
    told = {"to": message.to, "text": message.text, "url": message.url}
    signed.post(settings.NOTICE_GATEWAY_URL, settings.NOTICE_GATEWAY_KEY, told, message.key, "网关")
