import type { Outbound } from '#channels/channel.ts';
import type { Flow } from '#flow/schema.ts';
import type { Services } from '#services.ts';
import type { Person } from './people.ts';
import { type Act, usePhone } from './phone.ts';
import { whenAwake } from './start.ts';
import type { Timeline } from './timeline.ts';

/** Gives every person a simulated phone and lets them use it from `startsAt` until `endsAt`, ms. Returns how many messages they have sent so far. */
export function letTakePart(
  services: Services,
  { add }: Timeline,
  { people, startsAt, endsAt }: { people: readonly Person[]; startsAt: number; endsAt: number },
): () => number {
  const { simulator, flows, receive, clock } = services;
  let sent = 0;

  for (const person of people) {
    const flow = flows.current.get(person.flowId)?.flow;
    if (flow === undefined) throw new Error(`There is no flow called ${person.flowId}.`);
    const phone = simulator.newPhone(person.manner);
    const { begins, reads } = usePhone(person, flow);
    const quiet = [simulator.capabilities(phone.address).quietMs, ...quietOf(flow)];

    let handled: Promise<unknown> = Promise.resolve();

    const perform = async ({ does, redelivered }: Act) => {
      const inbound =
        'say' in does ? simulator.said(phone, does.say) : simulator.pressed(phone, does.press, does.under);
      sent += 1;
      // Something must happen when their time is up, or nobody would notice that it is.
      for (const ms of quiet) add(clock.now() + ms, async () => {});
      // A phone hands over one message after the other.
      handled = handled.then(() => receive(inbound));
      if (redelivered === true) handled = handled.then(() => receive(inbound));
      await handled;
    };
    const plan = (acts: readonly Act[], from: number) => {
      const [first] = acts;
      if (first === undefined) return;
      const shift = whenAwake(from + first.after, person.random) - (from + first.after);
      for (const act of acts) {
        const at = from + act.after + shift;
        // What someone would only do after the end stays undone: they are still thinking.
        if (at < endsAt) add(at, () => perform(act));
      }
    };

    simulator.onSent(phone.address, (message: Outbound) => plan(reads(message), clock.now()));
    plan([begins()], startsAt + person.startsAfter);
  }
  return () => sent;
}

function quietOf(flow: Flow): number[] {
  const seconds = flow.steps.flatMap((step) => ('quietSeconds' in step ? [step.quietSeconds ?? 0] : []));
  return [...new Set(seconds)].filter((each) => each > 0).map((each) => each * 1000);
}
