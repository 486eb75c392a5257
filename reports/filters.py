"""What the list of bulletins can be asked."""

import django_filters as filters

from bureau.org.posts import Post
from reports import flow
from reports.models import Bulletin, Series

CHOICES = [(state, label) for state, label in flow.CHOICES if state != flow.DISCARDED]


class BulletinFilter(filters.FilterSet):
    q = filters.CharFilter(label="标题", field_name="title", lookup_expr="icontains")
    series = filters.ChoiceFilter(label="种类", choices=Series, empty_label="全部")
    year = filters.NumberFilter(label="年份", field_name="year", max_value=9999, min_value=1)
    state = filters.ChoiceFilter(label="状态", choices=CHOICES, empty_label="全部")

    class Meta:
        model = Bulletin
        fields = ["q", "series", "year", "state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs["maxlength"] = 100
        person = self.request.user
        if not (person.functions or person.holds(Post.LEADER)):
            del self.form.fields["state"]
