/** A text that grows in place in the terminal. */

export interface GrowingText {
  /** Shows a text in place of what was shown before. */
  readonly show: (text: string) => void;
  /** Takes it away, so that what is printed next stands in its place. */
  readonly clear: () => void;
}

/** For a terminal that does not say how wide it is. */
const defaultColumns = 80;

/** Grows a text on a stream, which is not that of the answers: theirs holds whole ones and nothing else. */
export function growOn(stream: NodeJS.WriteStream): GrowingText {
  let shown = '';
  const clear = (): void => {
    const rows = shown === '' ? 0 : rowsOf(shown, stream.columns || defaultColumns);
    if (rows > 0) {
      stream.moveCursor(0, -rows);
      stream.cursorTo(0);
      stream.clearScreenDown();
    }
    shown = '';
  };
  return {
    show: (text) => {
      if (!stream.isTTY) return;
      clear();
      shown = text;
      stream.write(`${text}\n`);
    },
    clear,
  };
}

/** How many rows a text takes; a Han character and what is as wide takes two columns. */
function rowsOf(text: string, columns: number): number {
  return text.split('\n').reduce((rows, line) => {
    const width = Array.from(line).reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
    return rows + Math.max(1, Math.ceil(width / columns));
  }, 0);
}
