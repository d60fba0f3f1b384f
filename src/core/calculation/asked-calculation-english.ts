/** The plain forms in which English questions ask for a calculation. */
import type { AskedCalculation, AskedOperand } from './asked-calculation.js';

const forms: readonly (readonly ['share' | 'distance' | 'excess' | 'sum', RegExp])[] = [
  [
    'share',
    /^what (?:share|percentage|proportion|percent|fraction) of (?<b>.+?) (?:is|was|were|are|does|do|did) (?<a>.+?)(?: (?:account for|make up|represent))?$/u,
  ],
  [
    'share',
    /^what (?:share|percentage|proportion) (?:does|do|did) (?<a>.+?) (?:have|account for|make up|represent) of (?<b>.+)$/u,
  ],
  [
    'distance',
    /^(?:what (?:is|was) |how (?:big|large) (?:is|was) )?the difference (?:between|of) (?<a>.+?) and (?<b>.+)$/u,
  ],
  [
    'excess',
    /^by how much (?:does|do|did|is|was) (?<a>.+?) (?:exceed|above|over|greater than|higher than|larger than) (?<b>.+)$/u,
  ],
  ['sum', /^(?:what (?:is|was) |how (?:much|many) (?:is|are) )?the (?:total|sum) of (?<a>.+?) and (?<b>.+)$/u],
  [
    'sum',
    /^(?:what|how (?:much|many)) (?:is|are|was|were) (?<a>.+?) and (?<b>.+?) (?:in total|together|combined|altogether)$/u,
  ],
];

const rising = 'grow|grown|increase|increased|rise|risen|go up|change|changed';
const falling = 'fall|fallen|decrease|decreased|decline|declined|drop|dropped';
const growth = new RegExp(
  `^(?:by )?how much (?:did|has|have) (?<what>.+?) (?:${rising}|(?<fall>${falling})) (?:from|between) (?:in )?(?<from>(?:19|20)\\d{2}) (?:to|and|until) (?:in )?(?<to>(?:19|20)\\d{2})$`,
  'u',
);

/** Reads a folded question without its question mark; null when it asks for no calculation. */
export function askedInEnglish(text: string): AskedCalculation | null {
  const change = growth.exec(text)?.groups;
  if (change) {
    const what = change['what']!;
    const operands = [change['from']!, change['to']!].map((year) => ({
      of: what,
      questions: [`how much was ${what} in ${year}`, `what was ${what} in ${year}`],
      year: Number(year),
    }));
    return { form: 'change', operands, isFall: change['fall'] !== undefined, as: 'either' };
  }
  for (const [form, pattern] of forms) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return { form, operands: [askFor(groups['a']!), askFor(groups['b']!)] };
  }
  return null;
}

function askFor(of: string): AskedOperand {
  const years = [...of.matchAll(/\b(?:19|20)\d{2}\b/gu)];
  return {
    of,
    questions: [`how much is ${of}`, `what is ${of}`, `how many ${of.replace(/^the /u, '')}`],
    year: years.length === 1 ? Number(years[0]![0]) : null,
  };
}
