/**
 * What is left for the first question when the first text (texts/resident.ts) names an organisation in 20
 * characters and a date in 17, and still fits two SMS segments of 153.
 */
export const firstQuestionLength = 90;
