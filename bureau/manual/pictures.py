"""What the manual shows: each picture, whose page it is and how large the window is. `manage.py pictures` makes them from the
demo county, so that they are the pages of today."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "static" / "manual"
DESKTOP, PHONE = (1366, 768), (390, 844)  # CSS pixels


@dataclass(frozen=True)
class Shot:
    """`login`: an account of the demo county; `first`: whether the first record of the list is opened before it is taken;
    `then`: the link that is followed from there, by its words."""

    name: str
    login: str
    path: str
    window: tuple[int, int] = DESKTOP
    first: bool = False
    then: str = ""

    @property
    def file(self) -> Path:
        return FOLDER / f"{self.name}.jpg"

    @property
    def url(self) -> str:
        return f"manual/{self.name}.jpg"


SHOTS = {
    shot.name: shot
    for shot in (
        Shot("desk", "officer1", "/"),
        Shot("ledger", "officer1", "/directives/"),
        Shot("import", "officer1", "/directives/import/"),
        Shot("register", "officer1", "/instructions/new/"),
        Shot("matter", "officer1", "/directives/?light=red", first=True),
        Shot("urging", "officer1", "/urging/"),
        Shot("instructions", "officer1", "/instructions/"),
        Shot("complaint-new", "intake", "/complaints/new/"),
        Shot("complaint", "intake", "/complaints/?light=grey&sort=number", first=True),
        Shot("complaint-figures", "intake", "/complaints/figures/"),
        Shot("case", "accountability", "/accountability/?state=effect", first=True),
        Shot("clue-proposals", "accountability", "/accountability/proposals/"),
        Shot("case-figures", "accountability", "/accountability/figures/"),
        Shot("chain", "director", "/accountability/?state=effect", first=True, then="全链"),
        Shot("bulletins", "officer1", "/reports/"),
        Shot("statistics", "director", "/reports/figures/"),
        Shot("leading", "magistrate", "/leading/", PHONE),
        Shot("cockpit", "magistrate", "/leading/cockpit/", PHONE),
        Shot("office", "director", "/leading/office/"),
        Shot("mine", "magistrate", "/leading/mine/", PHONE),
        Shot("unit", "zjj", "/"),
        Shot("unit-phone", "zjj", "/", PHONE),
        Shot("administration", "system", "/admin/"),
        Shot("appointments", "security", "/appointments/"),
        Shot("settings", "zjj", "/notices/settings/"),
    )
}
