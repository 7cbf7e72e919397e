"""Reads PDFs: glyphs as drawn, to lines, tables and what belongs to the page.

``read_pdf`` takes each page through these rooms: pdf_drawing (what is drawn), pdf_sheets (upright, without doubles),
pdf_lines (glyphs to rows of text), pdf_ruby (furigana parted from them) and pdf_tables (edges to cells), pdf_layout
(tables with their text), pdf_margins, pdf_repeats and pdf_furniture (running heads and page numbers), pdf_columns and
pdf_blocks (in reading order) and pdf_joining (tables joined across pages).
"""
