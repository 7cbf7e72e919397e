"""The folders and files that a configuration names: whether they are there, and lie where they may."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from generator.problems import Problem
from generator.site.configuration.expectations import deny
from generator.site.configuration.placed_values import Said, Sort

# The folder of the program and its theme, where it is run from its repository.
_PROGRAM: Final = Path(__file__).resolve().parents[3]
# Of a folder that is an archive: git keeps it, or the theme lies in it.
_MARKS_OF_AN_ARCHIVE: Final = (".git", "theme/main.html")
_PARTS_OF_THE_THEME: Final = ("main.html", "404.html", "pages")


def lies_where_it_may(path: Path, configuration: Path) -> bool:
    """Tell whether ``path`` lies in the archive of ``configuration``, or in the program's repository."""
    folder = configuration.resolve().parent
    above = (folder, *folder.parents)
    archive = next((each for each in above if any((each / mark).exists() for mark in _MARKS_OF_AN_ARCHIVE)), folder)
    target = path.resolve()
    return target.is_relative_to(archive) or target.is_relative_to(_PROGRAM)


def check_folders(root: Said, configuration: Path) -> Iterator[Problem]:
    """Yield what is wrong with the folders and files that ``root``, the whole of ``configuration``, names."""
    folder = configuration.parent
    content, theme, site = root.at("docs_dir"), root.at("theme", "custom_dir"), root.at("site_dir")
    if content is not None and content.sort is Sort.TEXT and (wrong := _why_no_content(folder / content.value, folder)):
        yield deny(content, "docs_dir", wrong, "内容のフォルダの名前を書いてください。")
    if theme is not None and theme.sort is Sort.TEXT and (wrong := _why_no_theme(theme, content, configuration)):
        yield deny(theme, "theme.custom_dir", wrong, "このアーカイブのフォルダ theme を書いてください。")
    if site is not None and site.sort is Sort.TEXT and overlaps(root, configuration, folder / site.value):
        wrong = f"「{site.value}」は、このアーカイブのほかのフォルダと重なります。中身が入れ替わってしまいます。"
        yield deny(site, "site_dir", wrong, "site のような、サイトだけを置くフォルダの名前を書いてください。")
    watched = root.at("watch")
    for entry in watched.value if watched is not None and watched.sort is Sort.LIST else ():
        if entry.sort is Sort.TEXT and not _holds((folder / entry.value).exists):
            yield deny(entry, "watch", f"「{entry.value}」がありません。", "名前を確かめるか、行ごと消してください。")
    for key in ("logo", "favicon"):
        image = root.at("theme", key)
        places = [folder / place.value for place in (content, theme) if place is not None and place.sort is Sort.TEXT]
        if (
            image is not None
            and image.sort is Sort.TEXT
            and not any(_holds((each / image.value).is_file) for each in places)
        ):
            remedy = "内容のフォルダに画像を置くか、行ごと消してください。"
            yield deny(image, f"theme.{key}", f"画像「{image.value}」がありません。", remedy)


def overlaps(root: Said, configuration: Path, site: Path) -> bool:
    """Tell whether the folder ``site`` is, holds or lies in another that ``root``, the whole file, needs."""
    folder, target = configuration.absolute().parent, site.resolve()
    named = (root.at("docs_dir"), root.at("theme", "custom_dir"))
    others = [(folder / each.value).resolve() for each in named if each is not None and each.sort is Sort.TEXT]
    if any(target.is_relative_to(other) for other in others):
        return True
    return any(other.is_relative_to(target) for other in (*others, folder.resolve()))


def _holds(question: Callable[[], bool]) -> bool:
    """Tell whether the answer to ``question`` about a path is yes: no path has a name that is longer than allowed."""
    try:
        return question()
    except OSError:
        return False


def _why_no_content(content: Path, folder: Path) -> str:
    if not _holds(content.is_dir):
        return f"フォルダ「{content.name}」がありません。"
    inside = folder.resolve().is_relative_to(content.resolve())
    return "設定ファイルのあるフォルダは、内容のフォルダにできません。" if inside else ""


def _why_no_theme(theme: Said, content: Said | None, configuration: Path) -> str:
    path = (configuration.parent / theme.value).resolve()
    if not lies_where_it_may(path, configuration):
        return f"「{theme.value}」は、このアーカイブのフォルダの外にあります。"
    if content is not None and content.sort is Sort.TEXT:
        # Templates are programs, and what lies in the content is data.
        published = (configuration.parent / content.value).resolve()
        if path.is_relative_to(published) or published.is_relative_to(path):
            return "内容のフォルダの中のファイルを、ページの型にはできません。"
    if not all(_holds((path / part).exists) for part in _PARTS_OF_THE_THEME):
        return f"「{theme.value}」は、このアーカイブのページの型のフォルダではありません。"
    return ""
