"""Puts the lines of widgets together, asking only those of which something is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual._compositor import ChopsUpdate, Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class FrugalCompositor(Compositor):
    """Asks only those widgets for their lines of which something is painted.

    Textual asks all within the smallest rectangle around what is painted, which the text and the
    line at the foot stretch over the whole screen, and those that others hide.
    """

    _wanted: Sequence[Region] = ()

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Put everything in its place; the map is whole then, and need not be made again."""
        result = super().reflow(parent, size)
        self._full_map_invalidated = False
        return result

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed, to be written to the terminal."""
        self._wanted = outermost(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._wanted = ()

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        left = self._wanted or [self.size.region]
        # What is in front comes first.
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            parts = [one for one in left if one.overlaps(seen)]
            if parts:
                rows = Region.from_union(parts)
                lines = seen.intersection(Region(seen.x, rows.y, seen.width, rows.height))
                left = [rest for one in left for rest in outside(one, lines)]
                yield region, lines, widget.render_lines(lines.translate(-region.offset))


def outermost(regions: Iterable[Region]) -> list[Region]:
    """Those of `regions` that lie in no other."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda one: one.area, reverse=True):
        if not any(one.contains_region(region) for one in kept):
            kept.append(region)
    return kept


def outside(region: Region, hole: Region) -> list[Region]:
    """The parts of `region` that are not in `hole`."""
    gap = region.intersection(hole)
    if not gap:
        return [region]
    parts = (
        Region(region.x, region.y, region.width, gap.y - region.y),
        Region(region.x, gap.bottom, region.width, region.bottom - gap.bottom),
        Region(region.x, gap.y, gap.x - region.x, gap.height),
        Region(gap.right, gap.y, region.right - gap.right, gap.height),
    )
    return [part for part in parts if part]
