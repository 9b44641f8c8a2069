import type { Express } from 'express';
import type { OfficerRole } from '#domain/words.ts';

/** A role: it and those above it. residents: resident reviewers and nobody else. */
export type Needed = OfficerRole | 'anyone' | 'residents';

interface Layer {
  handle: { role?: Needed; stack?: Layer[] };
  method?: string;
  route?: { path: string; stack: Layer[] };
}

/** Every route of the app, with the role that its first guard asks for. */
export function routesOf(app: Express): { name: string; role: Needed }[] {
  const walk = (layers: Layer[]): { name: string; role: Needed }[] =>
    layers.flatMap((layer) => {
      if (layer.route === undefined) return walk(layer.handle.stack ?? []);
      const { path, stack } = layer.route;
      const role = stack[0]?.handle.role ?? 'anyone';
      return [...new Set(stack.map(({ method }) => method))].map((method) => ({
        name: `${method?.toUpperCase()} ${path}`,
        role,
      }));
    });
  return walk((app.router as unknown as { stack: Layer[] }).stack);
}
