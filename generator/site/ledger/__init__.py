"""What was published and what is: every address and every consultation, compared with the ledger."""
