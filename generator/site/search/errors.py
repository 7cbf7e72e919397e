"""What goes wrong when the search index is made."""


class SearchError(Exception):
    """The search index could not be made, or is not the text that is published. The message is Japanese."""
