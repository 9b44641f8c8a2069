/** A webhook call that a provider makes to us; kept whole, so that the very same call can be made again. */
export interface WebhookCall {
  /** The public URL, as the provider knows it. */
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

export interface WebhookAnswer {
  status: number;
  contentType: string | null;
  body: string;
  /** What was sent, to be sent again with `deliver`. */
  call: WebhookCall;
}

/** Where the product under test listens, and what it is called from outside. */
export interface OurSide {
  /** E.g. `http://127.0.0.1:3000`. */
  local: string;
  /** PUBLIC_URL of the product, which signatures are computed over. `local` if not given. */
  publicUrl?: string;
}

/** Makes a call as a provider would: to the public URL, which leads to where the product listens. */
export async function deliver(side: OurSide, call: WebhookCall): Promise<WebhookAnswer> {
  const { pathname, search } = new URL(call.url);
  const publicPath = new URL(side.publicUrl ?? side.local).pathname.replace(/\/$/, '');
  const route = pathname.startsWith(publicPath) ? pathname.slice(publicPath.length) : pathname;
  const url = `${side.local.replace(/\/$/, '')}${route}${search}`;
  const options = {
    method: call.method,
    headers: call.headers,
    body: call.body,
    redirect: 'manual',
  } as const;
  const response = await fetch(url, options);
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    body: await response.text(),
    call,
  };
}

/** A path below the product's public URL. */
export function publicAddress(side: OurSide, route: string): string {
  return `${(side.publicUrl ?? side.local).replace(/\/$/, '')}${route}`;
}
