import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/core/text/stem.js';

describe('stem', () => {
  it.each([
    ['award', 'awards', 'awarded', 'awarding'], ['launch', 'launches', 'launched', 'launching'],
    ['announce', 'announces', 'announced', 'announcing'], ['company', 'companies'],
    ['plan', 'plans', 'planned', 'planning'], ['call', 'calls', 'called', 'calling'], ['business', 'businesses'],
  ])('is the same for the forms of %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  }); // prettier-ignore

  it.each([
    ['news', 'new'], ['string', 'str'], ['analysis', 'analyse'], ['status', 'statu'], ['bring', 'br'], ['red', 'r'],
  ])('keeps %s apart from %s', (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  }); // prettier-ignore

  it('leaves names with figures, numbers and other scripts as they are', () => {
    for (const word of ['covid19s', '2020s', 'h1ns', 'gdp', 'привет', '签约', 'étés']) {
      expect(stem(word)).toBe(word);
    }
  });
});
