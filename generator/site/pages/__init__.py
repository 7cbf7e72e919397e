"""The pages of the site: an archive's answers as views, and views as HTML."""
