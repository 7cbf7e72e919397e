"""The measuring instrument of the search: run as a command, `python -m tests.benchmarks.search`, never as a test."""
