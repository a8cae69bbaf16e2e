"""Where the pointer goes on the dial of a clock to draw."""

import math


def on_dial(view, angle, share):
    """Where a point of the dial is on the screen."""
    turn = math.radians(angle)
    point = [320 + share * 290 * math.sin(turn), 320 - share * 290 * math.cos(turn)]
    seen = view.locator("svg.asalee-cadran").evaluate(
        "(svg, [x, y]) => { const p = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()); return [p.x, p.y]; }",
        point,
    )
    return tuple(seen)
