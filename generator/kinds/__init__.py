"""The kinds of registry: each described once, in a module of its own.

A new kind is a module here and a line in every_kind.py. Its facet is also named in
theme/assets/javascripts/address.js, which a test compares, and its index page in site_config.yml. Where it says more
than that consultations name one, it says so in a room of its own in site/pages, in site/search/material.py, and in
importer/registers/proposals.py. An import recognises it by a reader in importer/facts, and a consultation's page
shows it by a group in site/pages/facts_at_a_glance.py: neither follows by itself.
"""
