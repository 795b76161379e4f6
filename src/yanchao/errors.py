"""The few errors that yanchao raises on purpose: each says what, where and what to do, in one line.

They are raised where the cause is known and shown once, at the edge (`cli/`). Anything else that
escapes is a bug of ours and keeps its traceback.
"""

from __future__ import annotations


class YanchaoError(Exception):
    """A problem that the person at the keyboard can understand and act upon; `str(error)` is the message."""


class UsageError(YanchaoError):
    """The request itself is wrong: an unknown option value, an unknown rule, a folder that is no build."""


class SourceError(YanchaoError):
    """One source could not be read. The other sources of the same run are not affected.

    `uri` is the source as it was given, `problem` what is wrong with it, `remedy` what to do about it.
    """

    def __init__(self, uri: str, problem: str, remedy: str = "") -> None:
        self.uri = uri
        self.problem = problem
        self.remedy = remedy
        message = f"{uri}: {problem}" + (f" ({remedy})" if remedy else "")
        super().__init__(" ".join(message.splitlines()))

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        # an exception is rebuilt from its message alone unless it says otherwise, and processes pass this one on
        return type(self), (self.uri, self.problem, self.remedy)


class PackError(YanchaoError):
    """A pack file breaks its schema. `where` is `file:line`."""

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where}: {problem}")

    def __reduce__(self) -> tuple[type[PackError], tuple[str, str]]:
        return type(self), (self.where, self.problem)


class StorageError(YanchaoError):
    """The output could not be written: no space, no permission, a file where a folder should be."""
