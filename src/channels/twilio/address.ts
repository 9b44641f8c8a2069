/** A number of any country: E.164. Short codes and names are not. */
export const phoneNumber = /^\+[1-9]\d{6,14}$/;

const prefix = 'whatsapp:';

/**
 * What Meta calls somebody whose number it keeps to itself: a country, a dot and up to 128 letters and digits, for an
 * organisation under another with `ENT.` between. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
const userId = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export function isWhatsApp(address: string | undefined): boolean {
  return address?.startsWith(prefix) ?? false;
}

/** As Twilio takes and gives it: with the prefix. */
export function onWhatsApp(address: string): string {
  return isWhatsApp(address) ? address : prefix + address;
}

/** Without the prefix. */
export function bare(address: string): string {
  return isWhatsApp(address) ? address.slice(prefix.length) : address;
}

export function phoneIn(address: string): string | null {
  return phoneNumber.test(bare(address)) ? bare(address) : null;
}

/** Whether WhatsApp can be written to here: a number or a user id, with the prefix. */
export function canWriteOnWhatsApp(address: string): boolean {
  return isWhatsApp(address) && (phoneNumber.test(bare(address)) || userId.test(bare(address)));
}
