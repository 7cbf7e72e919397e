"""From lines to the tree of a document: where it begins, its title block, its paragraphs and its numbering."""
