"""The disk: what is written is written whole or not at all, and nothing is replaced that somebody has changed."""
