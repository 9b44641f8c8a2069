import { type Request, type Response, Router, urlencoded } from 'express';
import { StoreUnavailable } from '#store/db.ts';
import { fileIn, oneFile } from '#web/middleware/oneFile.ts';
import { nextMessage, streamNews } from './events.ts';
import { choiceIn, mannerIn, phonesIn, wordsIn } from './form.ts';
import { guard, refuseForm } from './guard.ts';
import { refuse } from './refuse.ts';
import { hashOf, type Phone, type SimulatorServices, screenOf } from './screen.ts';

/** Side by side they must still be as wide as a phone, and each is read at every piece of news. */
const mostPhones = 4;
/** A reply that comes at once is on the page that a browser without scripts gets back. */
const replyMs = 400;

/** The simulator: no sign-in, so it is served only where config.simulator says, and writes only from its own page. */
export function simulatorRoutes(services: SimulatorServices): Router {
  const { simulator } = services;
  const router = Router();
  router.use('/simulator', guard(services));

  const show = async (response: Response, phones: Phone[], words = '') => {
    const language = response.locals.language;
    // Before anything is read: ids sort by when they were made, so a page knows which of two is the newer.
    const made = services.newId();
    const screens = await Promise.all(phones.map((phone) => screenOf(services, phone, language)));
    response.render('simulator/view.njk', {
      screens: screens.map((screen) => ({ ...screen, without: pageOf(without(phones, screen.address)) })),
      manners: simulator.manners,
      here: listOf(phones),
      words,
      made,
      // A link to the page that is shown would only jump in it: this makes each one new.
      again: services.clock.now(),
      mostPhones,
      flowProblems: services.flowProblems(),
    });
  };
  const noPhone = (response: Response) => refuse(response, 404, 'simulator.noPhone');

  router.get('/simulator', async (_, response) => show(response, []));

  // Where the links and codes of a poster that is being tried out lead: to a new phone with the keyword written.
  router.get('/simulator/begin', (request, response) => {
    const words = invitedWith(request);
    const page = pageOf([simulator.newPhone('sms')]);
    response.redirect(303, words === '' ? page : `${page}?${new URLSearchParams({ words })}`);
  });

  router.get('/simulator/phones/:phones', async (request, response) => {
    const phones = phonesIn(simulator, request.params.phones, mostPhones);
    return phones === null ? noPhone(response) : show(response, phones, invitedWith(request));
  });

  router.get('/simulator/phones/:phones/events', (request, response) => {
    const phones = phonesIn(simulator, request.params.phones, mostPhones);
    return phones === null ? noPhone(response) : streamNews(services, phones, response);
  });

  const form = [urlencoded({ extended: false, limit: '512kb' }), refuseForm];
  const formWithFile = [...form.slice(0, 1), oneFile(services.config.mediaMaxBytes), refuseForm];

  router.post('/simulator/phones', form, (request: Request, response: Response) => {
    const manner = mannerIn(simulator, request.body);
    if (manner === null) return refuse(response, 400, 'simulator.noManner');
    const beside = phonesIn(simulator, request.body.page, mostPhones - 1) ?? [];
    backTo(response, [...beside, simulator.newPhone(manner)]);
  });

  router.post(
    '/simulator/phones/:phone/messages',
    formWithFile,
    async (request: Request, response: Response) => {
      const phone = phoneIn(request);
      if (phone === null) return noPhone(response);
      const choice = await choiceIn(request.body, () => simulator.thread(hashOf(services, phone)));
      if (choice === 'unknown') return refuse(response, 400, 'simulator.noChoice');
      const words = wordsIn(request.body);
      const file = fileIn(request);
      if (choice === null && file === null && words === '')
        return refuse(response, 400, 'simulator.emptyMessage');
      const inbound =
        choice !== null
          ? simulator.pressed(phone, choice, choice.deliveryId)
          : file !== null
            ? await simulator.attached(phone, words, file.bytes, file.contentType)
            : simulator.said(phone, words);
      await andReply(request, response, phone, () => services.receive(inbound));
    },
  );

  router.post('/simulator/phones/:phone/skip', form, async (request: Request, response: Response) => {
    const phone = phoneIn(request);
    if (phone === null) return noPhone(response);
    await andReply(request, response, phone, () => services.wake({ hurry: hashOf(services, phone) }));
  });

  function phoneIn(request: Request): Phone | null {
    return simulator.phoneAt(String(request.params.phone));
  }

  async function andReply(request: Request, response: Response, phone: Phone, act: () => Promise<unknown>) {
    // Listening starts first: the reply may be sent before `act` has returned.
    const reply = nextMessage(services, phone, replyMs);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      response.set('Retry-After', '5');
      return refuse(response, 503, 'simulator.unavailable');
    }
    // A page with scripts hears of the reply by itself.
    if (request.get('x-live') === undefined) await reply;
    backTo(response, phonesIn(simulator, request.body?.page, mostPhones) ?? [phone], phone);
  }

  return router;
}

/** Longer than any keyword is no invitation. */
function invitedWith({ query }: Request): string {
  return typeof query.words === 'string' ? query.words.slice(0, 100) : '';
}

function pageOf(phones: Phone[]): string {
  return phones.length === 0 ? '/simulator' : `/simulator/phones/${listOf(phones)}`;
}

function without(phones: Phone[], address: string): Phone[] {
  return phones.filter((phone) => phone.address !== address);
}

function listOf(phones: Phone[]): string {
  return phones.map(({ address }) => address).join(',');
}

function backTo(response: Response, phones: Phone[], phone = phones.at(-1)): void {
  const place = phones.findIndex(({ address }) => address === phone?.address) + 1;
  response.redirect(303, `${pageOf(phones)}#phone-${place}`);
}
