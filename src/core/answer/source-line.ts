/** The line under a quote: outlet, headline and date, as far as they are known. */
import type { Release } from '../corpus/corpus.js';

/** `黃河新聞網 · 第四十場新聞發布會舉行 · 12月27日`; empty when nothing is known. */
export function sourceLine({ source, title, publishedOn, printedDate }: Release): string {
  return [source, title, publishedOn ?? printedDate].filter(Boolean).join(' · ');
}
