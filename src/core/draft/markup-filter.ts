/** Leaves out of a stream what is no text: HTML, special tokens, and a model's reasoning. */

/** Stands in the filtered text where everything before it turned out to be reasoning: a character that no text holds. */
export const forget = '\ue000';

const reasoning = /^(?:think|thinking|thought|reasoning|reflection)$/iu;
/** A tag, a comment, or a special token such as `<|im_end|>`. */
const tag = /<!--[\s\S]*?-->|<\/?([a-z][\w-]*)(?:[\s/][^<>\n]{0,200})?>|<\|[^|<>\n]{0,40}\|>/iuy;
/** What may yet become one. */
const tagBegun = /<(?:!(?:-(?:-[\s\S]*)?)?|\/?(?:[a-z][\w-]*(?:[\s/][^<>\n]{0,200})?)?|\|[^|<>\n]{0,40}\|?)$/iuy;
const breaking = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6])$/iu;
const id = /^R\d+S\d+$/iu;

/** Filters a stream chunk by chunk; how it is cut into chunks makes no difference. */
export class MarkupFilter {
  private held = '';
  /** The name of the reasoning tag that is open. */
  private inside: string | null = null;

  /** The text that is certain so far. */
  push(chunk: string): string {
    this.held += chunk.replaceAll(forget, '');
    return this.take(false);
  }

  /** The rest. An unclosed tag is text, unclosed reasoning is not. */
  end(): string {
    return this.take(true);
  }

  private take(isEnd: boolean): string {
    let text = '';
    let at = 0;
    while (at < this.held.length) {
      const open = this.held.indexOf('<', at);
      if (open === -1) {
        text += this.visible(at, this.held.length);
        at = this.held.length;
        break;
      }
      text += this.visible(at, open);
      at = open;
      const found = matchAt(tag, this.held, open);
      if (found) {
        text += this.meet(found);
        at += found[0].length;
      } else if (!isEnd && matchAt(tagBegun, this.held, open)) {
        break;
      } else {
        text += this.visible(open, open + 1);
        at++;
      }
    }
    this.held = this.held.slice(at);
    return text;
  }

  private visible(from: number, to: number): string {
    return this.inside === null ? this.held.slice(from, to) : '';
  }

  /** What stands in place of a tag. */
  private meet([whole, name = '']: RegExpExecArray): string {
    const isClosing = whole[1] === '/';
    if (this.inside !== null) {
      if (isClosing && name.toLowerCase() === this.inside) this.inside = null;
      return '';
    }
    if (reasoning.test(name)) {
      if (isClosing) return forget; // the template of the server had opened it
      this.inside = name.toLowerCase();
      return '\n';
    }
    if (id.test(name)) return `[${name}]`;
    return breaking.test(name) ? '\n' : '';
  }
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
