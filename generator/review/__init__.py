"""The review: a page on which a clerk compares a draft with its source, doubts first, and signs it off."""
