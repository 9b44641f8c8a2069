// It lives in domain because flow and safeguarding compare words too, and rooms on one line do not import each other.
export { normalise } from '#domain/normalise.ts';
