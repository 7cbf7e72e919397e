"""Which unquoted scalars other programs would not read as text.

The files are published for download, so their text must be text to every YAML reader, of version 1.1
(https://yaml.org/type/) as of 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import re
from typing import Final

_NOT_TEXT: Final = re.compile(
    r"""
      ~ | null | Null | NULL
    | y | Y | n | N | yes | Yes | YES | no | No | NO | true | True | TRUE | false | False | FALSE
    | on | On | ON | off | Off | OFF
    | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?
    | [-+]? 0 (b[01_]+ | o[0-7]+ | x[0-9a-fA-F_]+)
    | [-+]? ( \.[0-9_]+ | [0-9][0-9_]* (\.[0-9_]*)? ) ([eE][-+]?[0-9]+)?
    | [-+]? \.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} ([Tt\s].*)?
    | = | <<
    """,
    re.VERBOSE,
)


def is_not_text(plain: str) -> bool:
    """Tell whether some YAML reader takes the unquoted ``plain`` for a number, a truth value, a date or nothing."""
    return plain == "" or _NOT_TEXT.fullmatch(plain) is not None
