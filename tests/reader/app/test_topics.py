"""Topics that a person rules on in the reader."""

from __future__ import annotations

from tests.reader.app.conftest import OpenReader, settle


async def test_a_topic_is_added_to_the_turn_we_are_at(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("J", "J", "t")
        await pilot.pause()
        await pilot.press("A", *"chat rooms", "enter")
        for _ in range(100):
            await settle(app, pilot)
            if any(topic.name == "chat rooms" for topic in app.reading.transcript.topics):
                break
        transcript = app.reading.transcript
        (topic,) = [one for one in transcript.topics if one.name == "chat rooms"]
        assert topic.turns == (transcript.turns[2].id,)
        assert "chat rooms" in transcript.turns[2].topics
