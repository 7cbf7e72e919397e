"""What templates are given: small values, ready to be shown, and nothing of the archive behind them."""
