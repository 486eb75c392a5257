from bureau.matters.models.assignment import Assignment
from bureau.matters.models.attachment import Attachment, AttachmentText
from bureau.matters.models.behalf import Behalf
from bureau.matters.models.duty import Duty
from bureau.matters.models.entry import Audience, Entry
from bureau.matters.models.grant import MatterGrant
from bureau.matters.models.inner_task import InnerFile, InnerTask
from bureau.matters.models.link import Link
from bureau.matters.models.matter import Matter, Phase, Secrecy
from bureau.matters.models.record import RoomRecord
from bureau.matters.models.recusal import Recusal
from bureau.matters.models.register import Register
from bureau.matters.models.reimport import Reimport
from bureau.matters.models.reply import Reply
from bureau.matters.models.serial import Serial
from bureau.matters.models.service import Contest, Service
from bureau.matters.models.tiding import Tiding
from bureau.matters.models.upstream import UpstreamChange

__all__ = [
    "Assignment",
    "Attachment",
    "AttachmentText",
    "Audience",
    "Behalf",
    "Contest",
    "Duty",
    "Entry",
    "InnerFile",
    "InnerTask",
    "Link",
    "Matter",
    "MatterGrant",
    "Phase",
    "Recusal",
    "Register",
    "Reimport",
    "Reply",
    "RoomRecord",
    "Secrecy",
    "Serial",
    "Service",
    "Tiding",
    "UpstreamChange",
]
