"""Kiểm thử phần mở rộng: what authors of plugins run in their own tests.

```python
from kehoach.testing import check_exporter

def test_the_exporter_keeps_the_contract():
    check_exporter(my_exporter)
```
"""

from __future__ import annotations

from kehoach.testing.contract import check_exporter
from kehoach.testing.samples import sample_documents, sample_plans

__all__ = ["check_exporter", "sample_documents", "sample_plans"]
