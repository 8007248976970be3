"""A business's own group, bound by the link that its primary contact makes."""

from tests.story import Story, links_of


async def link(story: Story, person: int) -> str:
    """Make the link that binds a group; returns what it carries."""
    await story.say(person, "/nhom")
    (url,) = links_of(story.last(person))
    return url.partition("?startgroup=")[2]


async def bind(story: Story, person: int, title: str, *others: int) -> int:
    """Found a group of a person and others, and bind it to the person's business; returns its id."""
    group = story.world.create_group(title, [person, *others], with_bot=False)
    await story.world.open_group_link(person, group, await link(story, person))
    await story.settle()
    story.look_away(person, group, *others)
    return group
