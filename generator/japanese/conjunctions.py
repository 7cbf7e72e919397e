"""The words with which official texts join what they list."""

from typing import Final

# Alternatives of a regular expression, to be put in parentheses. Laws use no others between their articles and names.
AND_OR: Final = "及び|並びに|又は|若しくは"
