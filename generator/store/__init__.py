"""The files: strict YAML to model and back, every problem with file and line."""
