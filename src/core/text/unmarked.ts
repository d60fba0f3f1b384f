/** A text without its marks, signs and white space: letters and digits, one behind the other. */
export function unmarked(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
