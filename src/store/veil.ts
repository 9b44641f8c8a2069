import {
  AliasNode,
  FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type QueryId,
  TableNode,
} from 'kysely';
import { notAmong } from './among.ts';
import type { Db, Store } from './db.ts';
import type { Hidden } from './hidden.ts';
import type { Schema } from './schema.ts';

/** By table: which of its columns says what must be hidden. */
const columns = {
  responses: [['id', 'responses']],
  codings: [['responseId', 'responses']],
  controls: [['responseId', 'responses']],
  complaintAbout: [['responseId', 'responses']],
  responseParts: [['responseId', 'responses']],
  reachedOut: [['responseId', 'responses']],
  looks: [['responseId', 'responses']],
  redactions: [['responseId', 'responses']],
  residentReadings: [['responseId', 'responses']],
  residentCodings: [['responseId', 'responses']],
  themeGroupMembers: [['responseId', 'responses']],
  modelRunItems: [['responseId', 'responses']],
  messages: [['id', 'messages']],
  media: [['messageId', 'messages']],
  cases: [['id', 'cases']],
  alerts: [['caseId', 'cases']],
  // A follow-up may quote their own words to them.
  deliveries: [['residentId', 'residents']],
  handEntries: [['conversationId', 'conversations']],
} as const satisfies Partial<
  Record<keyof Schema, readonly (readonly [string, Exclude<keyof Hidden, 'officerId'>])[]>
>;

/**
 * The store as one officer may see it: wherever a query reads a table, the rows that are hidden from them are not in it,
 * so that lists, counts, quotes and searches agree. `hidden` is asked at each query. Turns see everything: what goes to
 * residents does not hang on who pressed the button.
 */
export function veiled(store: Store, hidden: () => Hidden | null): Store {
  return { ...store, read: store.read.withPlugin(new Veil(store, hidden)) };
}

class Veil implements KyselyPlugin {
  readonly #store: Store;
  readonly #hidden: () => Hidden | null;

  constructor(store: Store, hidden: () => Hidden | null) {
    this.#store = store;
    this.#hidden = hidden;
  }

  transformQuery({ node, queryId }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    const hidden = this.#hidden();
    return hidden === null ? node : new Without(this.#store, hidden).transformNode(node, queryId);
  }

  transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return Promise.resolve(result);
  }
}

/** Reads each table that is read `from` or joined through a query of its own that leaves the hidden rows out. */
class Without extends OperationNodeTransformer {
  readonly #db: Db;
  readonly #dialect: Store['dialect'];
  readonly #hidden: Hidden;

  constructor({ read, dialect }: Store, hidden: Hidden) {
    super();
    this.#db = read;
    this.#dialect = dialect;
    this.#hidden = hidden;
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const { froms } = super.transformFrom(node, queryId);
    return FromNode.create(froms.map((from) => this.#without(from)));
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.#without(join.table) };
  }

  #without(node: OperationNode): OperationNode {
    const table = AliasNode.is(node) ? node.node : node;
    if (!TableNode.is(table)) return node;
    const name = table.table.identifier.name;
    if (!isHiding(name)) return node;
    const seen = columns[name].reduce((query, [column, of]) => {
      const ids = this.#hidden[of];
      return ids.length === 0 ? query : query.where(notAmong(this.#dialect, `${name}.${column}`, ids));
    }, this.#db.selectFrom(name as 'responses').selectAll());
    const alias = AliasNode.is(node) ? node.alias : IdentifierNode.create(name);
    return AliasNode.create(seen.toOperationNode(), alias);
  }
}

function isHiding(name: string): name is keyof typeof columns {
  return Object.hasOwn(columns, name);
}
