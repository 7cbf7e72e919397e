"""From the ward's documents, as they arrive, to drafts of consultations' files that a person reads and owns."""
