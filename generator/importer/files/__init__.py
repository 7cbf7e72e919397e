"""Reads files as they arrive, by their kind, into lines and tables."""
