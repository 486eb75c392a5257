"""What every page shows around its own content."""


def frame(request):
    return {}
