import { onTestFinished } from 'vitest';
import type { TelegramDouble } from '#tests/support/providers/telegram.ts';
import { startTelegramDouble } from '#tests/support/providers/telegram.ts';
import type { TwilioDouble } from '#tests/support/providers/twilio.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';

export const ourNumber = '+447700900999';

/** Both providers, with logs of their own that are on disk before they answer. */
export async function bothProviders(): Promise<{ twilio: TwilioDouble; telegram: TelegramDouble }> {
  const twilio = await startTwilioDouble({
    accountSid: `AC${'1'.repeat(32)}`,
    authToken: 'a-token-of-the-test',
  });
  onTestFinished(() => twilio.close());
  const telegram = await startTelegramDouble({
    token: `424242:${'T'.repeat(35)}`,
    webhookSecret: 'a-secret-of-the-test',
  });
  onTestFinished(() => telegram.close());
  return { twilio, telegram };
}

export function smsNumber(resident: number): string {
  return `+447700900${String(resident).padStart(3, '0')}`;
}

export function chatOf(resident: number): number {
  return 7_700_900_000 + resident;
}
