"""Kiểm thử phần mở rộng: what authors of plugins run in their own tests.

```python
from kehoach.testing import check_exporter

def test_the_exporter_keeps_the_contract():
    check_exporter(my_exporter)
```
"""

from __future__ import annotations

from kehoach.testing.checking import check_check
from kehoach.testing.contract import check_exporter
from kehoach.testing.samples import sample_documents, sample_plans
from kehoach.testing.tracking_samples import sample_calendars, sample_progresses

__all__ = [
    "check_check",
    "check_exporter",
    "sample_calendars",
    "sample_documents",
    "sample_plans",
    "sample_progresses",
]
