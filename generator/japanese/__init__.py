"""The language of the documents: folding, numerals, eras, kana order, phrases."""
