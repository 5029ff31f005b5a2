"""Pages of the desk's lists, without counting a whole table."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property


class BoundedPaginator(Paginator):
    """Counts at most MOST rows; a longer list is cut there and says so.

    Counting a million articles takes seconds and an offset near their end as long:
    what lies deeper is reached by the filters and the search instead.
    """

    MOST = 2000

    @cached_property
    def count(self) -> int:
        return min(self._counted, self.MOST)

    @property
    def is_cut(self) -> bool:
        return self._counted > self.MOST

    @cached_property
    def _counted(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        return rows.order_by().values("pk")[: self.MOST + 1].count()
