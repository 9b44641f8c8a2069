/** What a provider has been told to do with the requests to come. */
export interface Script<A> {
  /** The next `count` requests get this answer, whoever they are for. Queued after what is already planned. */
  next(answer: A, count?: number): void;
  /** Every request for this number or chat gets this answer, until `forget`. Wins over `next`. */
  always(recipient: string, answer: A): void;
  forget(recipient?: string): void;
}

export function openScript<A>(otherwise: A): Script<A> & { take(recipient: string): A } {
  const queue: A[] = [];
  const standing = new Map<string, A>();
  return {
    next(answer, count = 1) {
      for (let n = 0; n < count; n++) queue.push(answer);
    },
    always(recipient, answer) {
      standing.set(recipient, answer);
    },
    forget(recipient) {
      if (recipient === undefined) standing.clear();
      else standing.delete(recipient);
    },
    take(recipient) {
      return standing.get(recipient) ?? queue.shift() ?? otherwise;
    },
  };
}

/** Holds answers back until a test lets them go, so that no test depends on how fast a machine is. */
export interface Gate {
  wait(): Promise<void>;
  release(): void;
}

export function openGate(): Gate {
  let open: Array<() => void> = [];
  return {
    wait: () => new Promise((resolve) => open.push(resolve)),
    release() {
      const waiting = open;
      open = [];
      for (const go of waiting) go();
    },
  };
}

/** Tells a test when something has happened `count` times; the runner's own timeout ends a wait in vain. */
export interface Arrivals {
  arrived(): void;
  until(count: number): Promise<void>;
}

export function countArrivals(): Arrivals {
  let seen = 0;
  let waiting: Array<{ count: number; go: () => void }> = [];
  return {
    arrived() {
      seen += 1;
      for (const one of waiting) if (one.count <= seen) one.go();
      waiting = waiting.filter((one) => one.count > seen);
    },
    until: (count) =>
      new Promise((resolve) => {
        if (count <= seen) resolve();
        else waiting.push({ count, go: resolve });
      }),
  };
}
