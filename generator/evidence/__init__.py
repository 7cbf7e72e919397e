"""Where a document's words say a fact."""
