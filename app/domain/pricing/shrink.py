"""Makes a graph of the item step smaller without leaving out any way through it.

Nodes from which nothing leads to the end go, and nodes from which the same can follow become one.
"""

from collections.abc import Sequence

from app.domain.pricing.graph import Edge

Layer = tuple[Edge, ...]


def shrunk(layers: Sequence[Layer], sizes: Sequence[int]) -> tuple[list[Layer], list[int]]:
    """The layers with as few nodes as tell all ways, and how many start each of them."""
    found: list[Layer] = []
    counts: list[int] = []
    after: list[int | None] = [0]
    for layer, size in zip(reversed(layers), reversed(sizes), strict=True):
        kept, after = _layer(layer, size, after)
        found.append(kept)
        counts.append(max((node for node in after if node is not None), default=-1) + 1)
    found.reverse()
    counts.reverse()
    return found, counts


def _layer(layer: Layer, size: int, after: Sequence[int | None]) -> tuple[Layer, list[int | None]]:
    """The layer between nodes renamed, those after it as `after` says; and how those before it are renamed."""
    leaving: list[dict[tuple[object, ...], Edge]] = [{} for _ in range(size)]
    for edge in layer:
        end = after[edge.end]
        if end is not None:
            leaving[edge.start][end, *edge[2:8], edge.option if edge.shared else ()] = edge
    known: dict[frozenset[tuple[object, ...]], int] = {}
    edges: list[Edge] = []
    before: list[int | None] = []
    for each in leaving:
        key = frozenset(each)
        if key and key not in known:
            start = known[key] = len(known)
            edges += [Edge(start, after[edge.end] or 0, *edge[2:]) for edge in each.values()]
        before.append(known.get(key))
    return tuple(edges), before
