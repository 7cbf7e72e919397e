"""The search index: the text as tokens, indexed by Pagefind, and verified."""
