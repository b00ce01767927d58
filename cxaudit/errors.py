"""What can go wrong on the way, each as one sentence that a person can act on."""


class CxauditError(Exception):
    """A refusal: the message names the place, what is wrong and what to do."""


class RuleFileError(CxauditError):
    """A rule, vocabulary or pack file that cannot be used; the message begins with file:line:column."""


class WorkbookError(CxauditError):
    """A client's file that could not be read; the audit goes on without it."""


class UsageError(CxauditError):
    """An argument that makes no sense, or a path that leads nowhere."""


NEEDED = (
    "a map needs two stages or more and lanes of what customers do, meet or feel there; a persona a name and two facts"
)
"""What a sheet needs at least to be read, for whoever is told that nothing was recognised."""


class NothingRecognised(CxauditError):
    """Files were read, and no sheet of them holds anything to audit: that is never a scored audit."""
