/** What a button carries in its callback data, at most 64 bytes: a letter for what it does, then values that say to what. */

const letters = {
  context: 'c',
  page: 'p',
  whole: 'w',
  original: 'o',
  copy: 'y',
  select: 't',
  more: 'm',
  vote: 'v',
  release: 'r',
  list: 's',
  language: 'l',
  commandsOnly: 'g',
  confirm: 'k',
  cancel: 'x',
} as const;

export type ButtonAction = keyof typeof letters;

export function buttonData(action: ButtonAction, ...values: readonly (string | number)[]): string {
  return [letters[action], ...values].join(':');
}

/** Matches the data of an action; each value is a group of its own. */
export function buttonPattern(action: ButtonAction, values: 0 | 1 | 2): RegExp {
  return new RegExp(`^${letters[action]}${':([\\w-]+)'.repeat(values)}$`);
}
