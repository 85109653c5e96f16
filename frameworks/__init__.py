"""The law as data: one file for each kind of review and version, and the days that its limits of time count.

``frameworks.get(code)`` is the whole of it for most readers.
"""

from frameworks.loading import all_packs, default_packs, get

__all__ = ["all_packs", "default_packs", "get"]
