/** The script converter on OpenCC. */
import { Converter } from 'opencc-js/t2cn';
import type { ScriptConverter } from '../core/text/reader.js';

/** Loads the converter. The way to Traditional takes a quarter of a second more, so only when it is asked for. */
export function loadScriptConverter(): ScriptConverter {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  let traditional: Promise<(text: string) => string> | undefined;
  return {
    toSimplified,
    loadTraditional: () => (traditional ??= loadTraditional(toSimplified)),
  };
}

async function loadTraditional(toSimplified: (text: string) => string): Promise<(text: string) => string> {
  const opencc = await import('opencc-js/cn2t');
  const convert = opencc.Converter({ from: 'cn', to: 'tw' });
  // Text that is Traditional already may hold characters that mean something else when read as Simplified.
  return (text) => (toSimplified(text) === text ? convert(text) : text);
}
