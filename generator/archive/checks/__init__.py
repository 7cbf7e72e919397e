"""What is checked of an archive, a file a subject. Every check yields all its problems."""
