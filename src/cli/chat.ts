import type { Outbound } from '#channels/channel.ts';
import type { ConsoleLanguage } from '#domain/words.ts';
import { hashAddress } from '#people/seal.ts';
import type { Services } from '#services.ts';
import { StoreUnavailable } from '#store/db.ts';
import { type Params, type TextKey, text } from '#texts/text.ts';
import { openTerminal, type Streams } from './terminal.ts';

export type ChatServices = Pick<Services, 'config' | 'keys' | 'simulator' | 'receive' | 'wake' | 'outbox'>;
export type Manner = Services['simulator']['manners'][number];

/**
 * A simulated phone in the terminal: each line that is typed is a message, each reply is printed with who speaks.
 * `/skip` ends the wait for more; the number of a button presses it. Resolves at the end of the input or at Ctrl-C,
 * when everything that was said has been answered.
 */
export async function chat(
  services: ChatServices,
  { manner, language = 'en', ...streams }: Streams & { manner: Manner; language?: ConsoleLanguage },
): Promise<void> {
  const { simulator, config } = services;
  const t = (key: TextKey, params?: Params) => text(language, key, params);
  const phone = simulator.newPhone(manner);
  const address = hashAddress(services.keys, 'simulator', phone.address);
  const you = t('simulator.you');
  const terminal = openTerminal(streams, `${you}: `);
  let latest: Outbound | null = null;

  const stop = simulator.onSent(phone.address, (message) => {
    latest = message;
    const buttons = message.choices.map(({ label }, at) => t('chat.choice', { number: at + 1, label }));
    const words = t('chat.speaker', { speaker: config.organisation[language], words: message.text });
    terminal.print([words, ...buttons].join('\n'));
  });

  const skip = async () => {
    if ((await simulator.waitingUntil(address)) === null) terminal.print(t('chat.notWaiting'));
    else await services.wake({ hurry: address });
  };
  const write = async (line: string) => {
    const choice = /^\d$/.test(line) ? latest?.choices[Number(line) - 1] : undefined;
    await services.receive(
      choice === undefined || latest === null
        ? simulator.said(phone, line)
        : simulator.pressed(phone, choice, latest.deliveryId),
    );
  };
  const act = async (line: string) => {
    try {
      await (line === '/skip' ? skip() : write(line));
      // Each line is answered before the next is read, also where all of them come from a file.
      if (config.sending) await services.outbox.pump();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      terminal.print(t('simulator.unavailable'));
    }
  };

  terminal.print(t('chat.welcome', { manner: t(`simulator.manner.${manner}`), number: phone.number }));
  try {
    for await (const typed of terminal.lines) {
      const line = typed.trim();
      if (!terminal.interactive && line !== '')
        terminal.print(t('chat.speaker', { speaker: you, words: line }));
      if (line !== '') await act(line);
      terminal.prompt();
    }
  } finally {
    stop();
    terminal.close();
  }
}
