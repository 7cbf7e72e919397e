"""The review: a page on which a clerk compares a draft with its source, doubts first, and signs it off.

A page is made in this order: serving, review_draft (what the files hold), alignment with source_lines (file beside
source), questions and reviewed_facts, marking (which characters say what), review_sections, findings, review_page.
"""
