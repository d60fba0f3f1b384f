import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyedDigest } from '../../../src/adapters/keyed-digest.js';
import { looksLikeReference, SentenceReferences } from '../../../src/core/answer/sentence-reference.js';
import { release } from '../../bot/answers.js';
import { corpusOf } from '../../support/corpus-of.js';

const digest = createKeyedDigest('123:secret', 'test');
const body = '第一句。第二句！第三句？';

function references(releases = [release({ id: 'a', body })], key = digest): SentenceReferences {
  return new SentenceReferences(corpusOf(releases).corpus, key);
}

function sentence(n: number, releases = [release({ id: 'a', body })]) {
  return corpusOf(releases).corpus.sentence(releases[0]!.id, n)!;
}

describe('a reference', () => {
  it('finds its sentence again, also after a restart and beside other releases', () => {
    const reference = references().of(sentence(2));
    const others = [release({ id: 'b' }), release({ id: 'a', body }), release({ id: 'c' })];
    expect(references(others).resolve(reference)).toMatchObject({
      release: { id: 'a' },
      sentence: 2,
      original: '第二句！',
    });
  });

  it('fits into buttons and links, whatever the release is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary', maxLength: 300 }), (id) => {
        const reference = references().of(sentence(1, [release({ id, body })]));
        expect(reference).toMatch(/^[A-Za-z0-9_-]{21,25}$/);
        expect(looksLikeReference(reference)).toBe(true);
      }),
    );
  });

  it('is gone when its release is, or when the sentence is not what it was', () => {
    const reference = references().of(sentence(2));
    expect(references([release({ id: 'b', body })]).resolve(reference)).toBe('gone');
    const changed = release({ id: 'a', body: body.replace('第二句', '第2句') });
    expect(references([changed]).resolve(reference)).toBe('gone');
    expect(references([release({ id: 'a', body: '第一句。' })]).resolve(reference)).toBe('gone');
  });

  it('is found in a release that came in after the others were learned', () => {
    const releases = [release({ id: 'b', body: '别的。' })];
    const held = { current: corpusOf(releases).corpus };
    const view = {
      ...held.current,
      releases: () => held.current.releases(),
      sentence: (id: string, n: number) => held.current.sentence(id, n),
    };
    const known = new SentenceReferences(view, digest);
    const reference = references().of(sentence(2));
    expect(known.resolve(reference)).toBe('gone');
    held.current = corpusOf([...releases, release({ id: 'a', body })]).corpus;
    expect(known.resolve(reference)).toMatchObject({ original: '第二句！' });
  });

  it('is forged when any of it was changed, or when another bot gave it out', () => {
    const reference = references().of(sentence(2));
    fc.assert(
      fc.property(fc.nat(reference.length - 1), fc.constantFrom(...'ABCabc019_-'), (at, char) => {
        const tampered = reference.slice(0, at) + char + reference.slice(at + 1);
        const found = references().resolve(tampered);
        if (tampered === reference) expect(found).toMatchObject({ sentence: 2 });
        else expect(found).toBe('forged');
      }),
    );
    const stranger = references(undefined, createKeyedDigest('456:other', 'test'));
    expect(stranger.resolve(reference)).toBe('forged');
    for (const text of ['', 'x', '落地率', `${reference}0`, ` ${reference}`]) {
      expect(references().resolve(text)).toBe('forged');
    }
  });
});

it('keys digests by secret and purpose', () => {
  expect(digest('x')).toBe(createKeyedDigest('123:secret', 'test')('x'));
  expect(digest('x')).not.toBe(createKeyedDigest('123:secret', 'other')('x'));
  expect(digest('x')).toMatch(/^[\w-]{43}$/);
});
