"""Draws how figures grow, as SVG: panels side by side, straight axes from nought, a line and its name for each program."""

import math

WIDTH, HEIGHT, MARGIN_LEFT, MARGIN_RIGHT, TOP, BOTTOM = 590, 380, 64, 200, 56, 52
COLOURS = ("#b3261e", "#e08600", "#1f5fa8", "#3b7a3b")


def drawn(panels: list[tuple[str, dict[str, list[tuple[float, float]]]]]) -> str:
    """A drawing of panels: a title, and points by name. The names are the same in all panels."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * len(panels)} {HEIGHT}" '
        f'width="{WIDTH * len(panels)}" height="{HEIGHT}" font-family="sans-serif" font-size="13" fill="#222">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for place, (title, lines) in enumerate(panels):
        parts.append(f'<g transform="translate({WIDTH * place} 0)">')
        parts += panel(title, lines)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def panel(title: str, lines: dict[str, list[tuple[float, float]]]) -> list[str]:
    most_x = max(x for line in lines.values() for x, _ in line)
    most_y = max(y for line in lines.values() for _, y in line)
    step = nice(most_y / 6)
    count = math.ceil(most_y / step)
    most_y = step * count
    across = lambda x: MARGIN_LEFT + x / most_x * (WIDTH - MARGIN_LEFT - MARGIN_RIGHT)  # noqa: E731
    down = lambda y: HEIGHT - BOTTOM - y / most_y * (HEIGHT - TOP - BOTTOM)  # noqa: E731
    parts = [f'<text x="{MARGIN_LEFT}" y="28" font-size="16" font-weight="bold">{title}</text>']
    for number in range(count + 1):
        y = down(step * number)
        parts.append(f'<path d="M{MARGIN_LEFT} {y:.1f}H{WIDTH - MARGIN_RIGHT}" stroke="{"#222" if number == 0 else "#ddd"}"/>')
        parts.append(f'<text x="{MARGIN_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{step * number:,.10g}</text>')
    last = -100.0
    for x in sorted({x for line in lines.values() for x, _ in line}, reverse=True):
        parts.append(f'<path d="M{across(x):.1f} {down(0):.1f}v5" stroke="#222"/>')
        if last < 0 or last - across(x) > 40:
            last = across(x)
            parts.append(f'<text x="{last:.1f}" y="{down(0) + 20:.1f}" text-anchor="middle">{x:,}</text>')
    parts.append(f'<text x="{WIDTH - MARGIN_RIGHT}" y="{HEIGHT - 12}" text-anchor="end">lesson pairs</text>')
    names = spread({name: down(line[-1][1]) for name, line in lines.items()})
    for colour, (name, line) in zip(COLOURS, lines.items()):
        points = " ".join(f"{across(x):.1f},{down(y):.1f}" for x, y in line)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{across(x):.1f}" cy="{down(y):.1f}" r="3.5" fill="{colour}"/>' for x, y in line]
        x, y = across(line[-1][0]), down(line[-1][1])
        parts.append(f'<path d="M{x + 5:.1f} {y:.1f}L{x + 14:.1f} {names[name]:.1f}" stroke="{colour}"/>')
        parts.append(f'<text x="{x + 18:.1f}" y="{names[name] + 4:.1f}" fill="{colour}">{name}</text>')
    return parts


def nice(value: float) -> float:
    """The least of 1, 2, 2.5, 5 and their tens that is not below the value."""
    ten = 10.0 ** math.floor(math.log10(value))
    return next(one * ten for one in (1, 2, 2.5, 5, 10) if one * ten >= value)


def spread(wanted: dict[str, float], least: float = 18) -> dict[str, float]:
    """Heights for names, as near the wanted ones as they go without touching, counted from the lowest upwards."""
    found: dict[str, float] = {}
    floor = float("inf")
    for name in sorted(wanted, key=lambda one: -wanted[one]):
        found[name] = floor = min(wanted[name], floor - least)
    return found
