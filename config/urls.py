"""Every address, app by app. A stage's pages stand under its own word; the case file's own at the root."""

from pathlib import Path

from django.conf import settings
from django.urls import include, path

ROOMS = {"frameworks": "", "casework": ""} | {
    stage: f"{stage}/" for stage in ["reviews", "referrals", "chronology", "imr", "overview", "actionplans"]
}

urlpatterns = [
    path("account/", include("allauth.urls")),
    *(
        path(prefix, include(f"{app}.urls"))
        for app, prefix in ROOMS.items()
        if (Path(settings.BASE_DIR) / app / "urls.py").exists()
    ),
    *([path("demo/", include("demo.urls"))] if settings.DEMO else []),
]
