"""What pack.yaml says: who a pack is for and which pack it refines."""

from dataclasses import dataclass

from jiping.domain.place import Place
from jiping.rulepack.reading.files import opened
from jiping.rulepack.shelf import HEAD, Shelf


@dataclass(frozen=True, slots=True)
class PackHead:
    """The head of a pack; `parent` is the pack it refines. `units` are words by which the names of the units it is for
    are known, such as 如皋; a pack without them is only used when it is named.
    """

    name: str
    title: str
    region: str
    description: str
    edition: str
    parent: str | None
    place: Place
    units: tuple[str, ...] = ()


def read_head(shelf: Shelf) -> PackHead:
    """Return the head of the pack in `shelf`. Raises PackFault, also for a name that is not its folder's."""
    node = opened(shelf, shelf.folder / HEAD)
    fields = node.mapping(required=("name", "title", "region", "edition", "description"), optional=("parent", "units"))
    if fields["name"].text() != shelf.name:
        raise fields["name"].fault(
            f"写的“{fields['name'].text()}”与文件夹名“{shelf.name}”不一致。", "请把两者改为相同。"
        )
    return PackHead(
        name=shelf.name,
        title=fields["title"].text(),
        region=fields["region"].text(),
        description=fields["description"].text(),
        edition=fields["edition"].text(),
        parent=fields["parent"].text() if "parent" in fields else None,
        units=fields["units"].texts() if "units" in fields else (),
        place=Place(node.file, line=fields["parent"].line if "parent" in fields else node.line),
    )
