import { asCompared, phrases } from './as-compared.ts';
import { withoutCourtesies } from './courtesies.ts';

/** What says that an answer is finished, in every language; the last four as nobody who speaks them has read them yet. */
const doneWords: ReadonlySet<string> = new Set(
  phrases(`
  done | i'm done | i am done | all done | i'm all done | that's me done | that's me | ok done | done now | i'm done now
  finished | i'm finished | i am finished | i've finished | i have finished | finished now | all finished
  that's all | that is all | that's it | that is it | that's everything | that is everything | that's the lot
  and that's all | and that's it | no that's all | no that's it | no that's everything | nope that's it | nope that's all
  that's all from me | that's it from me | that's all for now | that's it for now | that's about it | that's about all
  that's all i have | that's all i've got | that's all i have to say | that's all i want to say | that's all i can say
  that's all i can think of | that's all i wanted to say | i think that's it | i think that's all | think that's it
  i think that's everything | nothing else | nothing more | nothing else to say | nothing more to say
  nothing else to add | nothing more to add | nothing to add | i have nothing else to say | i have nothing more to say
  i have nothing else to add | i have nothing more to add | no nothing else | no nothing more | no more to say
  no more to add | i've said everything | i've said it all | i've said my piece | i've sent everything | end of message
  that's my answer | that is my answer | that's the end

  dyna'r cyfan | dyna r cyfan | dyna'r cwbl | dyna'r cwbwl | dyna i gyd | dyna ni | dyna fo | dyna fe | dyna fo am y tro
  dyna ni am y tro | dyna'r cyfan am y tro | dyna'r cyfan gen i | dyna'r cyfan sydd gen i | dyna'r cyfan sydd gennyf
  dyna'r cwbl sydd gen i | dyna'r cyfan sy gen i i'w ddweud | a dyna'r cyfan | na dyna'r cyfan | na dyna ni
  na dyna fo | dyna fy ateb | dyna fy ateb i | gorffen | wedi gorffen | dwi wedi gorffen | dw i wedi gorffen
  rydw i wedi gorffen | rwyf wedi gorffen | rwy wedi gorffen | rwy'n gorffen | fi wedi gorffen | dwi 'di gorffen
  dim byd arall | dim mwy | dim rhagor | dim arall | dim byd i'w ychwanegu | dim byd mwy i'w ddweud
  does dim byd arall | does gen i ddim byd arall | does gen i ddim mwy i'w ddweud | na dim byd arall
  dwi wedi dweud popeth | rydw i wedi dweud popeth

  to wszystko | to już wszystko | to tyle | i to tyle | to na tyle | koniec | skończone | skończyłem | skończyłam
  gotowe | nic więcej | to wszystko na razie

  asta e tot | asta este tot | atât | atât am avut de spus | gata | am terminat | am încheiat | nimic altceva
  nimic mai mult | asta e tot deocamdată

  শেষ | আমার শেষ | আমি শেষ করেছি | এই পর্যন্ত | এতটুকুই | এটুকুই | আর কিছু না | আর কিছু নেই | আর কিছু বলার নেই

  بس | بس اتنا ہی | بس یہی | ختم | میں نے ختم کر لیا | ہو گیا | مکمل | اور کچھ نہیں | مزید کچھ نہیں | یہی سب ہے`),
);

/** Whether the whole message says that the answer is finished. Such a message is no part of the answer. */
export function isDone(text: string): boolean {
  return text.length <= 100 && doneWords.has(withoutCourtesies(asCompared(text)));
}
