const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** No connection was made, so nothing can have been accepted: the one network failure that may be tried again. */
export function neverConnected(code: string | null): code is string {
  return code !== null && codes.has(code);
}
