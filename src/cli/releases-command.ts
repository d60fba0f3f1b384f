/** `presscite releases` and `presscite show`: what is in the corpus. */
import { AppError } from '../core/app-error.js';
import { show } from '../core/text/show.js';
import { sourceLine } from '../core/answer/source-line.js';
import type { SearchIndex } from '../core/search/search-index.js';
import type { Engine } from '../engine.js';
import { counted, type Terminal } from './terminal.js';

/** Lists the releases, one a line. */
export function printReleases(index: SearchIndex, isJson: boolean, terminal: Terminal): void {
  const { print, note, paint } = terminal;
  for (const { prepared } of index.releases) {
    const { id, title, source, reporters, publishedOn, printedDate, url, file } = prepared.release;
    const sentences = prepared.sentences.length;
    if (isJson) {
      print(
        JSON.stringify({
          id,
          title,
          source,
          reporters,
          publishedOn,
          printedDate,
          url,
          file,
          sentences,
        }),
      );
    } else {
      const line = sourceLine(prepared.release) || prepared.release.body.slice(0, 60);
      print(`${paint('cyan', id)} · ${line} · ${counted(sentences, 'sentence')}`);
    }
  }
  if (index.size === 0) note('There are no releases: put .txt, .md or .jsonl files into the knowledge folder.');
}

/**
 * Prints one release with its numbered sentences. In JSON `text` is the release's body, which `start` and `end` of a
 * sentence refer to; `offset` is where the body starts in the file's text.
 * @throws AppError when there is no release with this id
 */
export function printRelease(id: string, isJson: boolean, engine: Engine, terminal: Terminal): void {
  const indexed = engine.index.find(id);
  if (!indexed) {
    const first = `${id}#1`;
    const hint = engine.index.find(first) ? `did you mean ${first}?` : 'the command "releases" lists them';
    throw new AppError(`there is no release ${id}: ${hint}`, {
      userMessage: 'There is no such release.',
    });
  }
  const { release, sentences: spans } = indexed.prepared;
  const sentences = spans.map(({ start, end }, i) => {
    const text = release.body.slice(start, end);
    return { sentence: i + 1, start, end, text, quote: show(text, engine.tables).text };
  });
  if (isJson) {
    const { title, source, publishedOn, printedDate, file, offset, body: text } = release;
    terminal.print(
      JSON.stringify({
        id,
        title,
        source,
        publishedOn,
        printedDate,
        file,
        offset,
        text,
        sentences,
      }),
    );
    return;
  }
  terminal.print(terminal.paint('bold', sourceLine(release) || id));
  for (const { sentence, quote } of sentences) {
    terminal.print(`${terminal.paint('cyan', String(sentence).padStart(4))}  ${quote}`);
  }
}
