"""From a site that is being built to the one that is published: beside it, verified, put in its place as a whole."""
