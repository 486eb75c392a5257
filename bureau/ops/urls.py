"""For the 系统管理员: how the machine stands."""

app_name = "ops"
urlpatterns = []
