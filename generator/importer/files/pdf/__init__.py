"""Reads PDFs: glyphs as drawn, to lines, tables and what belongs to the page.

``read_pdf`` takes each page through these rooms: pdf_drawing (what is drawn) with pdf_names (which characters those
are), pdf_sheets (upright, without doubles; pdf_second knows what the PDF does not name), pdf_lines (glyphs to rows of
text), pdf_watermark, pdf_sides, pdf_struck and pdf_ruby (what is none of it) and pdf_tables (edges to cells),
pdf_layout (tables with their text), pdf_margins, pdf_repeats and pdf_furniture (running heads and page numbers),
pdf_columns and pdf_blocks (in reading order) and pdf_joining (tables joined across pages). It then holds what was
read against pdf_second.
"""
