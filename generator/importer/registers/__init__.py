"""Names that no registry knows: how they are read, what entry they might have, and how it gets into the files."""
