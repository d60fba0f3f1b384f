/** Reads answers as `presscite ask --batch` prints them from standard input; prints how long they took. */
import { createInterface } from 'node:readline';

const totals = [];
for await (const line of createInterface({ input: process.stdin })) {
  totals.push(JSON.parse(line).timingsMs.total);
}
totals.sort((a, b) => a - b);
const at = (share) => totals[Math.floor((totals.length - 1) * share)].toFixed(1);
process.stdout.write(`${totals.length} answers: median ${at(0.5)} ms, p95 ${at(0.95)} ms\n`);
