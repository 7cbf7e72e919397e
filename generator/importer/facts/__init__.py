"""The facts of a consultation, read from the habits of the documents and from the registries' names."""
