"""Generator of a static site that publishes a council's deliberation archive."""
