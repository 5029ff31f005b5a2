"""The addresses of the archive."""

from __future__ import annotations

from django.urls import path, register_converter

from articles.views import (
    about,
    article,
    dates,
    front,
    health,
    imported,
    lists,
    versions,
)


class YearConverter:
    """Four digits."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return f"{int(value):04}"


class PartConverter:
    """A month or a day: two digits; one leads to the address with two."""

    regex = "[0-9]{1,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return f"{int(value):02}"


register_converter(YearConverter, "year")
register_converter(PartConverter, "part")

urlpatterns = [
    path("", front.front, name="front"),
    path("articles/", lists.article_list, name="article_list"),
    path("articles/<int:pk>/", article.article_permanent, name="article_permanent"),
    path("articles/<int:pk>/as-imported/", imported.as_imported, name="as_imported"),
    path("articles/<int:pk>/versions/", versions.versions, name="versions"),
    path("articles/<int:pk>/<str:slug>/", article.article, name="article"),
    path("sections/", lists.section_list, name="section_list"),
    path("sections/<str:slug>/", lists.section, name="section"),
    path("sources/", lists.source_list, name="source_list"),
    path("sources/<str:slug>/", lists.source, name="source"),
    path("<year:year>/", dates.year, name="year"),
    path("<year:year>/<part:month>/", dates.month, name="month"),
    path("<year:year>/<part:month>/<part:day>/", dates.day, name="day"),
    path("about/", about.about, name="about"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
