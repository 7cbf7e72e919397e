"""The site as a whole: its pages and what its search finds."""
