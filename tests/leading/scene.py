"""A county in which something of everything stands under two leaders: late, near, in time, done, sealed, contested."""

import instructions.actions as instructing
from tests.accountability.playing import play as play_case
from tests.accountability.playing import register_people
from tests.appraisal import playing as appraising
from tests.county import CITY, in_days


class Scene:
    """`sealed`: a directive of water that is late; `again`: the magistrate's word, in its second round; `period`: the year's appraisal,
    of which the scores were publicised."""

    def __init__(self, county):
        self.county = county
        self.direct()
        self.instruct()
        county.complaint("running", to=[county.water])
        county.complaint("closed", to=[county.finance], respondent=county.water)
        people = register_people(county)
        play_case(county, "decided", people=people)
        play_case(county, "filing", people=people, summary="又一件事。")
        scheme = appraising.draft(county, units=[county.water, county.roads], supplier=county.roads)
        period = appraising.begin(county, appraising.publish(county, scheme))
        self.period = appraising.play(county, period, "publicised")

    def direct(self):
        county = self.county
        for title in ("清查河道采砂", "修复灌区渠首"):
            county.directive("running", to=[county.water], title=title, due=in_days(-30))
        county.directive("running", to=[county.water], title="加固泵站", due=in_days(1))
        county.directive("running", to=[county.water, county.roads], title="排查水库", due=in_days(12))
        county.directive("closed", to=[county.water], title="清理河道")
        county.directive("running", to=[county.finance, county.water], title="拨付经费", due=in_days(-30))
        county.directive("draft", to=[county.water], title="还没有交办的")
        self.sealed = county.directive(
            "running", to=[county.water], title="限阅的一件事", secrecy="sealed", due=in_days(-30)
        )

    def instruct(self):
        county = self.county
        county.instruction("running", to=[county.water])
        county.instruction("reported", to=[county.finance])
        county.instruction("closed", to=[county.roads])
        county.instruction("running", to=[county.water], word=county.word(**CITY))
        self.again = county.instruction("reported", to=[county.water])
        instructing.again(county.magistrate, self.again, county.word(words="再查一遍，十日内报我。"))
        county.instruction("running", to=[county.water], secrecy="sealed")
