import { Document } from 'yaml';
import type { WrittenTheme } from './read-codebook.ts';

/** A codebook as a flow file holds it, to be put in the place of the one that is there. */
export function writeCodebook(themes: readonly WrittenTheme[]): string {
  return new Document({ codebook: themes }, { aliasDuplicateObjects: false }).toString({
    lineWidth: 110,
    minContentWidth: 40,
  });
}
