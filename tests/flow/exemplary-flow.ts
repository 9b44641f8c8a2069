/** A flow that breaks no rule, with a step of every kind; tests break it one rule at a time. */
export const exemplary = `id: park
title: { en: The park, cy: Y parc }
languages: [en, cy]
reviewed: [en, cy]
nation: wales
keywords: { en: [park], cy: [parc] }
ages: { from: 13 }
reminders: [7]
frame:
  opens: 2026-01-01
  closes: 2027-12-31
  stage: open question
  canChange: { en: How we look after the park., cy: Sut rydym yn gofalu am y parc. }
  cannotChange: { en: Where it is., cy: Ble mae'r parc. }
  whoDecides: { en: The park group., cy: Grŵp y parc. }
  whenDecided: { en: by May 2028, cy: erbyn Mai 2028 }
  lawfulBasis: public task
  holds:
    - { from: 2027-04-01, until: 2027-05-06 }
cover: { en: 'Monday to Friday, 9am to 5pm', cy: 'Llun i Gwener, 9am i 5pm' }
privacy:
  en: >-
    We use what you tell us to look after the park. A computer helps to sort answers and a person checks them.
    We delete them after 2 years. To see or delete yours, text PERSON. STOP stops this.
    To complain, ring the regulator on 0303 123 1113.
  cy: >-
    Rydym yn defnyddio'ch geiriau i ofalu am y parc. Mae cyfrifiadur yn helpu i'w trefnu ac mae person yn gwirio.
    Rydym yn eu dileu ar ôl 2 flynedd. I'w gweld neu eu dileu, tecstiwch PERSON. Mae STOP yn stopio hyn.
    I gwyno, ffoniwch y rheoleiddiwr ar 0303 123 1113.
quoteBack: true
codebook:
  - id: dark
    name: { en: It is dark, cy: Mae'n dywyll }
    definition: { en: There is not enough light there., cy: Does dim digon o olau yno. }
    examples: { en: [Pitch black by five.], cy: [Mae'n dywyll iawn.] }
  - id: muddy
    name: { en: It is muddy, cy: Mae'n fwdlyd }
    definition: { en: The paths are wet and muddy., cy: Mae'r llwybrau'n wlyb ac yn fwdlyd. }
    examples: { en: [I lost a boot.], cy: [Collais esgid.] }
steps:
  - kind: open
    id: first
    ask: # first
      en: Tell us about the park. What is it like for you?
      cy: Dywedwch wrthym am y parc. Sut le yw i chi?
    topic: { en: the park, cy: y parc }
    probe:
      ask:
        en: Tell us a little more.
        cy: Dywedwch ychydig mwy.
  - kind: consent
    id: hear-back
    consent: hearBack
    ask: { en: Shall we tell you what is done?, cy: A ddylem ddweud wrthych beth sy'n cael ei wneud? }
  - kind: choice
    id: how
    ask: { en: How do you get there?, cy: Sut ydych chi'n cyrraedd yno? }
    choices:
      - { id: ride, label: { en: By bus, cy: Ar fws } }
      - { id: walk, label: { en: On foot, cy: Ar droed } }
      # more
  - kind: branch
    id: by-how
    on: how
    cases: { ride: bus }
    else: missing
  - kind: open
    id: bus
    ask: # bus
      en: Tell us about the bus.
      cy: Dywedwch wrthym am y bws.
    topic: { en: the bus, cy: y bws }
    # bus goes on
  - kind: whoElse
    id: missing
    ask: # missing
      en: Tell us who else we should ask, and how we could reach them.
      cy: Dywedwch wrthym pwy arall y dylem ofyn iddynt, a sut y gallem eu cyrraedd.
    topic: { en: who else to ask, cy: bobl eraill }
  - kind: open
    id: last
    ask: # last
      en: Last question. What should we have asked?
      cy: Cwestiwn olaf. Beth ddylem ni fod wedi'i ofyn?
    topic: { en: what we should have asked, cy: yr hyn y dylem fod wedi'i ofyn }
  - kind: consent
    id: quote
    consent: quote
    ask: { en: May we show your words to others?, cy: Gawn ni ddangos eich geiriau i eraill? }
  # about the person
  - kind: equality
    id: age
    why: { en: So that we see whom we miss. You can text SKIP., cy: Er mwyn gweld pwy sydd ar goll. Tecstiwch HEPGOR os mynnwch. }
    ask: { en: How old are you?, cy: Faint yw eich oed? }
    choices:
      - { id: younger, label: { en: Under 50, cy: O dan 50 } }
      - { id: older, label: { en: 50 or over, cy: 50 neu hŷn } }
  - kind: say
    id: bye
    text: { en: That was all., cy: Dyna'r cyfan. }
  - kind: end
    id: thanks
    text: # thanks
      en: Thank you. Staff will read every word.
      cy: Diolch. Bydd staff yn darllen pob gair.
`;
