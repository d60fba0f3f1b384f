/** Converters of Chinese scripts that owe nothing to those of presscite. */
import { createRequire } from 'node:module';

const { Converter } = createRequire(import.meta.url)('opencc-js') as {
  Converter: (between: { from: string; to: string }) => (text: string) => string;
};
export const toSimplified = Converter({ from: 't', to: 'cn' });
export const toTaiwan = Converter({ from: 'cn', to: 'tw' });
