/** Whether two stated figures count some of the same things, so that their sum counts them twice. By rule, so not without gaps. */
import { foldedSentence } from '../corpus/corpus.js';
import { clauseEnd, lastEnd } from '../text/clause-marks.js';
import type { Operand } from './operand.js';

/** What a project goes through: those that landed are among those that were signed. */
const stages = [
  /签[约订署]|\bsign/u,
  /落地|\bland(?:ed|ing)|\blaunch/u,
  /开工|动工|在建|under construction|\bstarted/u,
  /投产|竣工|完工|建成|\bcomplet/u,
];
const total = /累计|总[数量额计]|合计|共计|\b(?:cumulative|in total|total of)\b/u;
const added = /新增|新设|新建|增加|减少|\b(?:new|added|additional)\b/u;
const ofWhich = /其中|\b(?:including|of which|of whom|of these|among (?:them|these|which))\b/u;

/**
 * Whether one figure is a part of another: behind 其中, of a later stage of the same thing, or newly added to a total. Figures of sentences
 * that say nothing of the kind are taken to be apart.
 */
export function overlap(a: Operand, b: Operand): boolean {
  const [first, second] = standsBefore(a, b) ? [a, b] : [b, a];
  if (isPartOf(second, first)) return true;
  const [one, other] = [clauseOf(a), clauseOf(b)];
  const [own, there] = [stagesIn(one), stagesIn(other)];
  if (own !== '' && there !== '' && own !== there) return true;
  return [
    [one, other],
    [other, one],
  ].some(([x, y]) => total.test(x!) && !added.test(x!) && added.test(y!) && !total.test(y!));
}

function standsBefore(a: Operand, b: Operand): boolean {
  return a.sentence === b.sentence ? a.figure.start < b.figure.start : a.sentence < b.sentence;
}

/** A sentence that opens with 其中 divides what the one before it states. */
function isPartOf(part: Operand, whole: Operand): boolean {
  if (part.prepared !== whole.prepared || part.sentence - whole.sentence > 1) return false;
  const before = foldedSentence(part.prepared, part.sentence).slice(0, part.figure.start);
  if (part.sentence !== whole.sentence) return before.search(ofWhich) === 0;
  const between = before.slice(whole.figure.end);
  const at = between.search(ofWhich);
  return at !== -1 && !/[;。]./u.test(between.slice(0, at));
}

/** The clause of a figure, as far as it is not another figure's. */
function clauseOf({ prepared, sentence, figure }: Operand): string {
  const text = foldedSentence(prepared, sentence);
  const behind = text.slice(figure.end);
  const end = behind.search(clauseEnd);
  return (
    text.slice(lastEnd(clauseEnd, text.slice(0, figure.start)), figure.start) +
    (end === -1 ? behind : behind.slice(0, end))
  );
}

function stagesIn(text: string): string {
  return stages.map((stage, i) => (stage.test(text) ? i : '')).join('');
}
