import type { AddressInfo } from 'node:net';
import { DirectLine, type Message } from 'botframework-directlinejs';
import express from 'express';
import { getRouter } from 'offline-directline';
import { onTestFinished, vi } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { FetchingRequest } from './xhr.ts';

/** Somebody's stand-in for Direct Line, in front of a bot that listens at `botUrl`. */
export async function directLine(botUrl: string): Promise<{ url: string }> {
  // It tells the console of every conversation.
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const app = express();
  let url = '';
  let router: ReturnType<typeof getRouter> | null = null;
  app.use((request, response, next) => {
    router ??= getRouter(url, botUrl);
    router(request as never, response as never, next);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url };
}

/** Microsoft's own client, as the web page of a resident runs it. */
export function webPage(url: string, user: string) {
  vi.stubGlobal('XMLHttpRequest', FetchingRequest);
  const client = new DirectLine({
    domain: `${url}/directline`,
    secret: 'not-a-secret',
    webSocket: false,
    pollingInterval: 200,
  });
  const heard: Message[] = [];
  const listening = client.activity$.subscribe((activity) => {
    if (activity.type === 'message' && activity.from.id !== user) heard.push(activity);
  });
  onTestFinished(() => {
    listening.unsubscribe();
    client.end();
    vi.unstubAllGlobals();
  });
  const post = (message: Partial<Message>) =>
    new Promise<string>((resolve, reject) => {
      client.postActivity({ type: 'message', from: { id: user }, ...message }).subscribe(resolve, reject);
    });
  return {
    heard,
    /** The first thing from the bot, after so many, that is what is waited for. */
    async reads(after: number, awaited: (message: Message) => boolean = () => true): Promise<Message> {
      const found = () => heard.slice(after).find(awaited);
      await eventually(found).toBeDefined();
      return found() as Message;
    },
    says: (text: string) => post({ text }),
    /** Presses a suggested action, as Web Chat does: the label is shown and the value goes along. */
    presses(message: Message, index: number) {
      const action = message.suggestedActions?.actions[index];
      if (action?.type !== 'messageBack') throw new Error('There is no such button.');
      const { text = '', value = {}, displayText } = action;
      return post({ text, value: value as object, channelData: { messageBack: { displayText } } });
    },
  };
}
