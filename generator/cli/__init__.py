"""The command line of the clerk: ``archive import``, ``review``, ``check``, ``serve``, ``build`` and ``schema``."""
