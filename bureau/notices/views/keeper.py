"""Pages that exist for the 系统管理员 alone."""

from django.http import Http404

from bureau.org.posts import Post

METHODS = ["get", "head", "options", "post"]


class ForTheKeeper:
    """For everybody else these pages are not there."""

    http_method_names = METHODS

    def dispatch(self, request, *args, **kwargs):
        if request.method.lower() in METHODS and not request.user.holds(Post.SYSTEM):
            raise Http404
        return super().dispatch(request, *args, **kwargs)
