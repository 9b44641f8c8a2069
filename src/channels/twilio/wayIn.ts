/**
 * Opens a phone's text messages with the number and the words filled in. RFC 5724 has `?body=`, which Android reads;
 * iPhones since iOS 8 take `&body=` after the number. `?&body=` is read by both.
 */
export function smsLink(number: string, words: string | null): string {
  return words === null ? `sms:${number}` : `sms:${number}?&body=${encodeURIComponent(words)}`;
}

/** https://faq.whatsapp.com/5913398998672934: the number without a plus, a zero or a blank. */
export function whatsAppLink(number: string, words: string | null): string {
  const chat = `https://wa.me/${number.replace(/\D/g, '')}`;
  return words === null ? chat : `${chat}?text=${encodeURIComponent(words)}`;
}
