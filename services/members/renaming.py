"""A business gets another name, and is known by the one that it had as well."""

from collections.abc import Sequence

from models.members import Member


def rename(member: Member, *, name: str) -> None:
    """Give a business another name; whoever wrote of it before, or writes the old name still, is understood."""
    if name == member.name:
        return
    known = dict.fromkeys([*member.known_as.splitlines(), member.name])
    member.known_as = "\n".join(one for one in known if one != name)
    member.name = name


def all_names(name: str, known_as: str) -> Sequence[str]:
    """List what a business is called today and was called before, today's name first."""
    return list(dict.fromkeys([name, *known_as.splitlines()]))
