import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

const STEPS = 260;

/** Places for the nodes of a graph, those that meet often near each other; the same graph gives the same places. */
export function layout(
  nodes: readonly { readonly id: string; readonly radius: number }[],
  links: readonly { readonly a: string; readonly b: string; readonly weight: number }[],
): ReadonlyMap<string, Placed> {
  const bodies: Body[] = nodes.map(({ id, radius }) => ({ id, radius }));
  const most = Math.max(1, ...links.map(({ weight }) => weight));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string | Body; target: string | Body; weight: number }>(
        links.map(({ a, b, weight }) => ({ source: a, target: b, weight })),
      )
        .id(({ id }) => id)
        .distance(({ weight }) => 90 - 40 * (weight / most)),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(({ radius }) => -70 - 14 * radius)
        .distanceMax(420),
    )
    .force(
      'collide',
      forceCollide<Body>(({ radius }) => radius + 9),
    )
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.085))
    .force('center', forceCenter(0, 0))
    .stop()
    .tick(STEPS);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { id, x, y }]));
}
