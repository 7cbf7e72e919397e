"""Reads PDFs: glyphs as drawn, to lines, tables and what belongs to the page."""
