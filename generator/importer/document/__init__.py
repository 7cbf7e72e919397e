"""From lines to the tree of a document: where it begins, its title block, its paragraphs and its numbering.

In the order of reading: cutting (by the lines that begin a document, archive/sources.py), title_block, printed_labels
(a label that stands alone joins its words), paragraphs, numbered_sections with table_columns.
"""
