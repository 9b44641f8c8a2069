/** As much of a browser's XMLHttpRequest as Microsoft's Direct Line client asks for; Node has only fetch. */
export class FetchingRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  private method = 'GET';
  private url = '';
  private readonly headers = new Headers();
  private readonly stopping = new AbortController();

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  getResponseHeader(): null {
    return null;
  }

  send(body?: string): void {
    void this.fetch(body).then(() => {
      this.readyState = 4;
      this.onreadystatechange?.();
    });
  }

  abort(): void {
    this.stopping.abort();
  }

  private async fetch(body: string | undefined): Promise<void> {
    const { method, headers, stopping } = this;
    try {
      const asked = { method, headers, signal: stopping.signal, ...(body === undefined ? {} : { body }) };
      const answer = await fetch(this.url, asked);
      const text = await answer.text();
      this.response = text === '' ? null : JSON.parse(text);
      this.status = answer.status;
    } catch {
      this.status = 0;
    }
  }
}
