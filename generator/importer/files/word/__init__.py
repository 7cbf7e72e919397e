"""Reads Word files (.docx): paragraphs, tables, automatic numbering, and what is not the document's text."""
