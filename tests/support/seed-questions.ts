/** The questions about the releases in knowledge/, as they are asked. */
import { readFileSync } from 'node:fs';

export const seedQuestions: readonly string[] = readFileSync('tests/eval/seed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);
