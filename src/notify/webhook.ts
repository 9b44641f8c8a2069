import { codeOf, type Notice, PATIENCE, type Told } from './notice.ts';

/**
 * Posts one notice as JSON: {id, subject, text, url}; `text` is the field that Slack, Teams and Mattermost show.
 * A redirect is not followed: a notice goes where somebody has set it to go, or nowhere. Never throws.
 */
export async function postNotice(address: string, notice: Notice): Promise<Told> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': notice.id },
      body: JSON.stringify({ id: notice.id, subject: notice.subject, text: notice.text, url: notice.url }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.body?.cancel();
    return answer.ok ? { kind: 'told' } : { kind: 'failed', reason: 'refused', code: String(answer.status) };
  } catch (error) {
    return { kind: 'failed', reason: 'unreachable', code: codeOf(error) };
  }
}
