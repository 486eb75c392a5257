from django.urls import path

from bureau.desk.views.chain import ChainPage, PrintedChain
from bureau.desk.views.do import Do
from bureau.desk.views.home import Home
from bureau.desk.views.proposals import Proposals
from bureau.desk.views.search import Search
from bureau.desk.views.signing import Signing

app_name = "desk"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("desk/", Home.as_view(for_all=True), name="desk"),
    path("duties/<int:pk>/", Do.as_view(), name="do"),
    path("signing/", Signing.as_view(), name="signing"),
    path("chain/<slug:kind>/<int:pk>/", ChainPage.as_view(), name="chain"),
    path("chain/<slug:kind>/<int:pk>/print/", PrintedChain.as_view(), name="print_chain"),
    path("proposals/", Proposals.as_view(), name="proposals"),
    path("search/", Search.as_view(), name="search"),
]
