import { Router } from 'express';
import type { Services } from '#services.ts';
import { canRead, figures } from '#store/figures.ts';

/** For whatever watches over the service: is it up, can it work, and a few figures in Prometheus's text format. */
export function healthRoutes({ store, clock }: Services): Router {
  const startedAt = clock.now();
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ ok: true });
  });
  router.get('/readyz', async (_req, res) => {
    const ok = await canRead(store.read).then(
      () => true,
      () => false,
    );
    res.status(ok ? 200 : 503).json({ ok });
  });
  router.get('/metrics', async (_req, res) => {
    const { deliveries, responses, cases } = await figures(store.read);
    const lines = [
      ...gauge('hearback_deliveries', 'Outgoing messages by state.', 'state', byName(deliveries, 'state')),
      ...gauge('hearback_responses', 'Responses by review.', 'review', byName(responses, 'review')),
      ...gauge('hearback_cases', 'Cases by state.', 'state', byName(cases, 'state')),
      '# HELP hearback_uptime_seconds Seconds since the process was ready.',
      '# TYPE hearback_uptime_seconds gauge',
      `hearback_uptime_seconds ${(clock.now() - startedAt) / 1000}`,
    ];
    res.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
  return router;
}

function byName<K extends string>(rows: ({ count: number } & Record<K, string>)[], column: K) {
  return rows.map((row) => [row[column], Number(row.count)] as const);
}

function gauge(name: string, help: string, label: string, values: (readonly [string, number])[]): string[] {
  const lines = values.map(([value, count]) => `${name}{${label}="${value}"} ${count}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines];
}
