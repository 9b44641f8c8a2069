import { parseFlow } from '#flow/load.ts';
import { FlowError } from '#flow/problems.ts';
import type { Flow } from '#flow/schema.ts';

/** The smallest flow with a step of most kinds; tests break it one line at a time. */
export const good = `id: small
title: { en: A small flow, cy: Llif bach }
languages: [en, cy]
nation: wales
keywords:
  en: [small]
  cy: [bach]
frame:
  opens: 2026-01-01
  closes: 2027-12-31
  stage: open question
  canChange: { en: Much, cy: Llawer }
  cannotChange: { en: Little, cy: Ychydig }
  whoDecides: { en: We do, cy: Ni }
  whenDecided: { en: Soon, cy: Cyn bo hir }
  lawfulBasis: public task
cover: { en: 'Monday to Friday, 9am to 5pm', cy: 'Llun i Gwener, 9am i 5pm' }
privacy: { en: We use it well., cy: Rydym yn ei ddefnyddio'n dda. }
quoteBack: true
codebook:
  - id: dear
    name: { en: It is dear, cy: Mae'n ddrud }
    definition: { en: It costs too much., cy: Mae'n costio gormod. }
  - id: slow
    name: { en: It is slow, cy: Mae'n araf }
    definition: { en: It takes too long., cy: Mae'n cymryd gormod o amser. }
steps:
  - kind: open
    id: first
    ask:
      en: Tell us about it.
      cy: Dywedwch wrthym amdano.
    topic: { en: it, cy: hyn }
    # first goes on
  - kind: choice
    id: how
    ask: { en: How do you get there?, cy: Sut ydych chi'n cyrraedd? }
    choices:
      - id: ride
        label: { en: By bus, cy: Ar fws }
      - id: walk
        label: { en: On foot, cy: Ar droed }
      - id: stay
        label: { en: Not at all, cy: Ddim o gwbl }
        next: thanks
  - kind: branch
    id: by-how
    on: how
    cases:
      ride: bus
    else: thanks
  - kind: open
    id: bus
    ask: # bus
      en: Tell us about the bus.
      cy: Dywedwch wrthym am y bws.
    topic: { en: the bus, cy: y bws }
    # bus goes on
  - kind: end
    id: thanks
    text: # thanks
      en: Thank you.
      cy: Diolch.
`;

/** The flow that this source must hold. */
export function flowOf(source: string): Flow {
  const parsed = parseFlow(source, 'flows/x.yaml');
  if ('problems' in parsed) throw new FlowError(parsed.problems);
  return parsed.flow;
}
