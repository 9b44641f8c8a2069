/** One response of a labelled set. Only responses with at least one theme are judged. */
export interface JudgedResponse {
  id: string;
  question: string;
  text: string;
  themes: string[];
  /** The resident's stance where the set has one ("1", "-1"); '' otherwise. */
  stance?: string;
  split: string;
}

export interface CodebookRow {
  id: string;
  name: string;
  description: string;
  question?: string;
  stance?: string;
}
