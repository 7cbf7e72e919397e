"""What still stands in the configuration as this repository brings it, or under a name that leads nowhere."""

import ipaddress
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from generator.problems import Problem
from generator.site.configuration.expectations import deny
from generator.site.configuration.placed_values import Sort
from generator.site.configuration.site_config import SiteConfig

# As site_config.yml of this repository has them; a test holds them to it.
SAMPLES: Final = {
    "publisher": "審議アーカイブ有志（見本）",
    "contact": "見本の連絡先（公開する前に書き換えます）",
}
_MARK_OF_A_SAMPLE: Final = "（見本）"
# https://www.rfc-editor.org/rfc/rfc2606: nobody can be reached under these names.
_RESERVED: Final = ("example.org", "example.com", "example.net", "example", "invalid", "test", "localhost")
_REMEDY: Final = "公開する前に、本当の内容に書き換えてください。"


def samples_left(configuration: SiteConfig) -> tuple[Problem, ...]:
    """Return what must still be written before the site is published, as errors."""
    return tuple(_find(configuration))


def tell_samples(samples: tuple[Problem, ...]) -> str:
    """Return what a build says of ``samples``, which is made all the same."""
    keys = "、".join(problem.message.partition(":")[0] for problem in samples)
    return f"設定ファイルの {keys} が見本のままです。公開する前に書き換えてください。"


def _find(configuration: SiteConfig) -> Iterator[Problem]:
    for key, value in configuration.options.value.items():
        if value.sort is Sort.TEXT and (value.value == SAMPLES.get(key) or _MARK_OF_A_SAMPLE in value.value):
            yield deny(value, key, f"「{value.value}」は見本です。", _REMEDY)
    for key, value in configuration.addresses():
        if _leads_nowhere(value.value):
            yield deny(value, key, f"「{value.value}」は見本のアドレスです。", _REMEDY)


def _leads_nowhere(address: str) -> bool:
    host = (urlsplit(address).hostname or address.rpartition("@")[2]).lower().removesuffix(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return any(f".{host}".endswith(f".{reserved}") for reserved in _RESERVED)
