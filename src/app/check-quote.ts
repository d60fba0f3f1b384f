/** Checking quotes against the corpus. */
import { checkQuote } from '../core/check-quote.js';
import type { FoldTables } from '../core/fold.js';
import { isQuotation } from '../core/is-quotation.js';
import type { QuoteChecker } from '../core/quote-check.js';
import type { SearchIndex } from '../core/search-index.js';

/** Makes the functions that check quotes; each call sees one version of the index. */
export function createQuoteChecker(index: SearchIndex, tables: FoldTables): QuoteChecker {
  return {
    check: (text) => checkQuote(text, index, tables),
    recognise: (sent) => {
      const check = checkQuote(sent.text, index, tables);
      return isQuotation(sent, check, tables) ? check : null;
    },
  };
}
