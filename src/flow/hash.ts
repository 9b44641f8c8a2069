import { createHash } from 'node:crypto';
import type { Flow, FlowVersion } from './schema.ts';

/**
 * Names a flow version by what residents meet: the steps, texts, frame, privacy, cover and languages, but not the
 * codebook, which is the officers' and changes while people are answering. 16 hexadecimal digits of SHA-256 over
 * JSON with sorted keys, so that moving lines about in the file makes no new version.
 */
export function flowHash({ codebook: _, residentReviewers, ...met }: Flow): string {
  // Left out where it is false, so that versions from before it was there keep their names.
  const named = residentReviewers ? { ...met, residentReviewers } : met;
  return createHash('sha256').update(canonical(named)).digest('hex').slice(0, 16);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const privacyHashes = new WeakMap<FlowVersion, string>();

/** Names the privacy words of a flow version, so that which of them somebody was shown can be recorded. */
export function privacyHash(version: FlowVersion): string {
  let hash = privacyHashes.get(version);
  if (hash === undefined) {
    hash = createHash('sha256').update(JSON.stringify(version.flow.privacy)).digest('hex').slice(0, 16);
    privacyHashes.set(version, hash);
  }
  return hash;
}
