"""The kinds of registry: each described once, in a module of its own."""
