/**
 * What belongs to a figure beside its number and unit: its sign (-2.3亿, 零下5°c), its bound (超过560亿, 100多家), its other
 * end (3至5个).
 */

/** A minus or plus; that of a-20 and 50%-60% is a dash. */
const sign = String.raw`(?<![\p{Script=Latin}\d%‰])[-−–+±]|负|零下|\b(?:minus|negative) `;
/** 签约 and 附近 bound nothing. */
const han =
  '大约|(?<![签节条制公合契特集简邀预])约|(?<![最附])近|将近|接近|超过?|逾|不足|不到|不少于|不低于|不超过|不高于|至少|至多|最多|突破';
const latin =
  String.raw`\b(?:about|around|approximately|roughly|nearly|almost|over|at least|at most|up to|` +
  '(?:more|less|fewer) than) ';

/** A sign or a bound right before a figure. */
export const boundBefore = new RegExp(`(?:${sign}|(?:${han}) ?|${latin})$`, 'u');

/** A bound right behind a figure. */
export const boundBehind =
  /^ ?(?:[多余](?:个?月|小时|[年天])?(?=[^\p{Script=Han}]|[的来里内前后]|$)|左右|上下(?!游)|以[上下内]|or (?:more|less)\b|\+(?! ?\d))/u;

/** What stands between the two ends of a range; the dash of 「2023年 -2亿」 is a minus. */
export const rangeMark = /^(?:[-–—~至到]|\s[-–—~至到]\s)$/u;
