export { type Word, wordsOf } from '#domain/wordsOf.ts';
