"""site_config.yml, read as strictly as the content: it is data, and can name no code and no other host's files.

Values with their places, from the file and those it inherits (``placed_values``, ``valued_nodes``, ``inheriting``,
``typed_keys``); what each key may hold (``expectations``, ``known_keys``, ``known_theme_keys``, ``known_options``,
``page_tree``, ``folders``); what comes of it all (``site_config``), what is still a sample in it (``samples``), and its
names as a frame is given them that does not escape (``escaping``).
"""
