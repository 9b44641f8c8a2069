import type { Channel } from '#channels/channel.ts';

const DAY = 24 * 60 * 60_000;

/** One channel as a reader of docs/channels.md thinks of it. `address` is any of its addresses. */
export interface Row {
  title: string;
  channel: Channel;
  address: string;
}

type Column = [heading: string, cell: (row: Row) => string];

const columns: Column[] = [
  ['channel', ({ title }) => title],
  ['buttons', ({ channel, address }) => count(channel.capabilities(address).choices)],
  ['longest message', ({ channel, address }) => count(channel.capabilities(address).maxLength)],
  ['takes photos and voice notes', ({ channel, address }) => yesOrNo(channel.capabilities(address).media)],
  ['news weeks later', news],
  ['receipts', ({ channel, address }) => yesOrNo(channel.capabilities(address).receipts)],
  ['answers STOP itself', ({ channel, address }) => yesOrNo(channel.capabilities(address).confirmsStop)],
  ['looked up', ({ channel }) => yesOrNo(channel.lookUp !== undefined)],
  ['forgets', ({ channel }) => yesOrNo(channel.forget !== undefined)],
  ['a second', rate],
  ['pause in an answer', ({ channel, address }) => `${channel.capabilities(address).quietMs / 1000} s`],
];

/** What each channel can do, as a Markdown table. */
export function capabilitiesTable(rows: readonly Row[]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(([heading]) => heading)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join('\n');
}

function news({ channel, address }: Row): string {
  const { followUps, freeTextMs } = channel.capabilities(address);
  if (!followUps) return 'no';
  return freeTextMs === null ? 'yes' : `as a template after ${(freeTextMs / DAY) * 24} hours`;
}

function rate({ channel, address }: Row): string {
  const { rate: allowed } = channel.capabilities(address);
  return allowed === null ? '' : count(allowed.perSecond);
}

function count(number: number): string {
  return number === 0 ? 'no' : number.toLocaleString('en-GB');
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
