/** A pasted text as it is compared with the releases. */
import { bareText, type BareText } from '../text/bare-text.js';
import { fold, type Folded, type FoldTables } from '../text/fold.js';
import { placeQuantities, type PlacedQuantity } from './quote-changes.js';

export interface PastedText {
  readonly text: string;
  readonly folded: Folded;
  readonly bare: BareText;
  readonly quantities: readonly PlacedQuantity[];
}

/** Folds and bares a pasted text and reads its quantities. */
export function readPasted(text: string, tables: FoldTables): PastedText {
  const folded = fold(text, tables);
  const bare = bareText(folded.text, tables.exchanged, true);
  return { text, folded, bare, quantities: placeQuantities(folded.text, bare) };
}
