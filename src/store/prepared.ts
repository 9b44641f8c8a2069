import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built once and run many times. Building one with Kysely costs more than running it,
 * and a turn runs several: see docs/decisions/0003-turns-share-commits.md.
 */
export interface Prepared<P extends object, R> {
  compile(db: Kysely<Schema>): CompiledQuery<R>;
  /** Never called: it carries P for the type checker. */
  readonly takes?: (params: P) => void;
}

/** `prepare<{ id: string }>()((db, p) => db.selectFrom('residents').where('id', '=', p('id')).selectAll())` */
export function prepare<P extends object>() {
  return <R>(
    build: (db: Kysely<Schema>, p: <K extends keyof P & string>(name: K) => P[K]) => Compilable<R>,
  ): Prepared<P, R> => ({
    // Kysely keeps whatever it is given among the parameters, so a placeholder comes out in the value's place.
    compile: (db) => build(db, (name) => new Placeholder(name) as never).compile() as CompiledQuery<R>,
  });
}

/** How the parameters come in the query's order, each placeholder replaced by its value: found once, used every time. */
export function binder(query: CompiledQuery): (params: object) => unknown[] {
  const slots = query.parameters.map((value) =>
    value instanceof Placeholder ? { name: value.name } : { name: null, value },
  );
  return (params) =>
    slots.map((slot) => (slot.name === null ? slot.value : (params as Record<string, unknown>)[slot.name]));
}
