"""Keeps the archive's promises by breaking things: ``python -m tests.trust``."""
