"""What the publisher of a site decides, as site_config.yml states it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """Who publishes the site and on what terms.

    ``source_urls`` gives the address of a meeting's documents by the meeting's ISO date. ``adopted_by`` is the council
    or ward that publishes the archive as its own; empty means that it is unofficial.
    """

    ward: str
    council: str
    publisher: str
    contact: str
    contact_url: str
    content_licence: str
    adopted_by: str = ""
    source_urls: Mapping[str, str] = field(default_factory=dict)
