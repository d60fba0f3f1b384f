/** Additions: what says so much that a sentence must say it, too. A cause, 免费, 首次, 唯一, 每年 and that something was undone. */
import type { CheckableText } from './checkable-text.js';

const cause =
  /因(?![子特])|由于|影响|导致|致使|造成|引发|使(?![用命馆者])|源于|所致|\b(?:because|due to|owing to|result|caus|amid|after|driven|thanks to)/u;
const help =
  /受益|得益|归功|通过|凭|靠|依托|带动|拉动|推动|促进|助|驱动|支撑|用好|发挥|实现|\b(?:help|support|boost|through)/u;

/** What a claim may say only where a cited sentence says something of the second kind. */
const additions: readonly (readonly [claimed: RegExp, stated: RegExp])[] = [
  [
    /因为|由于|(?<![基原成起病诱动内外主])因(?![此而素子特地材人时势公])(?=\p{Script=Han})|原因(?:是|在于|为)|归因于|源于|导致|致使|造成|\b(?:because|due to|owing to|as a result of|caused by)\b/u,
    cause,
  ],
  [
    /得益于|受益于|归功于|有赖于|\b(?:thanks to|driven by)\b/u,
    new RegExp(`${cause.source}|${help.source}`, 'u'),
  ],
  [
    /免费|免收|无偿|\bfree(?! (?:trade|market|port|zone|from|to)\b)\b|\b(?:without|no) charge\b/u,
    /免|无偿|不收|自由|自贸|\bfree\b|\b(?:without|no) charge\b/u,
  ],
  [
    /首次|首[个家座条批台款例]|第一次|\bfor the first time\b|\bfirst-ever\b/u,
    /首|第一|率先|填补|创|\bfirst\b/u,
  ],
  [/[唯惟]一|\bthe only\b|\bsole\b/u, /[唯惟]一|独|仅|\bonly\b|\bsole\b/u],
  [
    /每一?年|年均|\b(?:per|an?|each|every) year\b(?! (?:ago|earlier|before|later|of))|\bannual(?:ly)?\b|\byearly\b/u,
    /每一?年|年[均度]|全年|[逐历]年|(?<![\d一二两三四五六七八九十几多当今去本明近上下同往])年(?=\p{Script=Han})|\b(?:a|each|every|per) year\b|annual|yearly/u,
  ],
  [
    /每个?月|月均|\b(?:per|each|every) month\b|\bmonthly\b/u,
    /每个?月|[月按]均|按月|(?<![\d一二三四五六七八九十本当上下])月(?=产|供)|\b(?:a|each|every|per) month\b|monthly/u,
  ],
  [
    /每[天日]|日均|\b(?:per|each|every) day\b|\bdaily\b/u,
    /每[天日]|[单日]日|日均|日(?=产|供)|\b(?:a|each|every|per) day\b|daily/u,
  ],
  // What was undone, refused or put off
  [/失败|\bfail(?:s|ed|ures?|ing)?\b/u, /失败|未(?!来)|没|不|倒闭|\bfail/u],
  [/取消|撤销|\bcancel|\bcalled off\b/u, /取消|撤销|作废|\bcancel|\bcalled off\b|\bscrap/u],
  [
    /推迟|延[期后误迟]|\b(?:delay|postpon)/u,
    /推迟|延[期后误迟]|迟|晚于|\b(?:delay|postpon|late|behind)/u,
  ],
  [
    /否决|驳回|拒绝|\breject|\brefus|\bturned down\b/u,
    /否决|驳回|拒|不(?:予|批准|接受|同意)|未(?:予|获)|\breject|\brefus|\bturned down\b|\bdenied\b|\bdeclin/u,
  ],
  [
    /暂停|停[工产运业]|叫停|中止|\bsuspen[ds]|\bhalt/u,
    /停(?!车)|中[止断]|\bsuspen[ds]|\bhalt|\bstop|\bpause/u,
  ],
  [
    /终止|解除|放弃|\bterminat|\babandon|\bscrapp/u,
    /终[止结]|解[除约]|放弃|退出|取消|\bterminat|\babandon|\bscrap|\bend(?:s|ed)?\b|\bcancel/u,
  ],
  [/破产|倒闭|\bbankrupt|\bcollaps/u, /破产|倒闭|垮|\bbankrupt|\bcollaps/u],
];

/** The first of these that a claim says and no cited sentence does. */
export function findAdded(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const [claimed, stated] of additions) {
    const found = claimed.exec(claim.text)?.[0];
    if (found !== undefined && !cited.some(({ text }) => stated.test(text))) return found;
  }
  return null;
}
