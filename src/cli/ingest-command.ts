/** `presscite ingest`: what became of each file of the knowledge folder. */
import type { FileReport } from '../app/ingest-releases.js';
import { counted, type Terminal } from './terminal.js';

/** Reports every file as a line of JSON. */
export function printReportJson(reports: readonly FileReport[], { print }: Terminal): void {
  for (const { file, status, reason, releases } of reports) {
    print(JSON.stringify({ file, status, reason, releases }));
  }
}

/** Reports what a person wants to know: the files that changed or have a problem, then the counts. */
export function printReport(reports: readonly FileReport[], { print, paint }: Terminal): void {
  for (const { file, status, reason, releases } of reports) {
    if (status === 'unchanged') continue;
    const count = status === 'rejected' ? '' : ` · ${counted(releases.length, 'release')}`;
    const style = status === 'rejected' || status === 'partial' ? 'yellow' : 'green';
    print(`${paint(style, status.padEnd(9))} ${file}${count}${reason ? ` · ${reason}` : ''}`);
  }
  const present = reports.filter(({ status }) => status !== 'removed');
  const total = present.reduce((sum, { releases }) => sum + releases.length, 0);
  const changed = reports.filter(({ status }) => status === 'ingested' || status === 'removed');
  const problems = reports.filter(({ reason }) => reason !== null);
  print(
    `${counted(total, 'release')} in ${counted(present.length, 'file')}: ` +
      `${changed.length} changed, ${problems.length} with a problem`,
  );
}

/** Notes the files with a problem, for commands whose answer is something else. */
export function noteProblems(reports: readonly FileReport[], { note }: Terminal): void {
  for (const { file, status, reason } of reports) {
    if (reason !== null) note(`${status}: ${file}: ${reason}`);
  }
}

/** Notes that some releases are found by their words only as yet. */
export function noteMissing(missing: number, { note }: Terminal): void {
  if (missing === 0) return;
  note(`${counted(missing, 'release')} found by words only as yet; run ingest again, or let the bot run, for the rest`);
}
