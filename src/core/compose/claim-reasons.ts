/** Why claims failed, as a model is told when it is asked once more. */
import { defuse } from '../draft/answer-protocol.js';
import type { FailedClaim, StatementFault } from './checked-draft.js';
import type { DraftClaim } from '../draft/draft.js';

const reasons: Readonly<Partial<Record<StatementFault, string>>> = {
  uncited: 'no id stands behind it',
  unknownId: 'there is no sentence with this id',
  figure: 'a figure, unit, date or year is not in the cited sentences',
  quote: 'the quotation is not word for word in the cited sentences',
  name: 'a name is not in the cited sentences',
  unsupported: 'the cited sentences do not say it',
};

const calculationReason = 'it cannot be calculated: each figure must stand just so in its sentence';

/** One line for each claim: it, its ids, and the reason with the words at fault. */
export function renderFailures(failed: readonly FailedClaim[]): string {
  return failed
    .map(({ claim, fault, detail }) => {
      const at = detail === '' ? '' : `: ${defuse(detail)}`;
      return `- ${renderClaim(claim)}\n  Reason: ${reasons[fault] ?? calculationReason}${at}`;
    })
    .join('\n');
}

/** A claim in the form that the protocol asks for. */
export function renderClaim({ text, ids }: DraftClaim): string {
  return ids.length === 0 ? text : defuse(text) + ids.map((id) => `[${id}]`).join('');
}
