/** Which words of a text carry content: not grammar, not change, not what every figure is surrounded by. */
import type { Word } from './checkable-text.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Grammar and the small change of press releases. */
const grammar = list(`
的 了 在 是 和 与 及 或 以及 并 并且 而 而且 也 都 还 又 则 就 才 即 为 於 于 对 把 将 被 由 从 自 向 到 至 给 让 使 以 用 按 因 因此 由于
其 其中 该 此 这 那 这些 那些 这个 那个 它 他 她 他们 它们 我们 自己 本 各 每 某 所 之 者 等 等等 上 下 中 内 外 里 前 后 间 时 年 月 日 个 名 位
有 没有 无 不 未 没 非 会 能 可 可以 能够 应 要 需 需要 必须 已 已经 曾 正 正在 刚 再 更 最 很 较 比较 非常 十分 共 总共 一共 合共 共计 约 大约
左右 近 超 超过 逾 达 达到 达成 高达 为了 关于 根据 按照 通过 随着 同时 此外 另外 目前 现在 截至 截止 当前 至今 以来 期间 分别 依次 均 全部
包括 包含 涵盖 分为 属于 位于 作为 成为 进行 实现 开展 表示 介绍 称 说 指出 强调 认为 透露 据 据悉 了解 消息 相关 有关 具体 主要 情况 方面 来说
一个 一种 一些 一项 一批 一是 二是 三是 首先 其次 最后 例如 比如 即 也就是 换言之 相比 相比之下 而言 来看 显示 数据 值得 一提 占 占比 比例 比重 占到
新闻稿 报道 句子 原文 文中 提到 提及 写道 记载 所述 如下 以下 上述 因而 从而 并不 只 仅 仅仅 只有 就是 还是 或者 但 但是 然而 不过 虽然 尽管 如果
a an the of in on at to for from by with as is be are was were been being it its this that these those and or but so than then there here which who whom
what when where how why has have had do does did will would can could may might shall should must not no yes also only just about around some any all still remain remains
both each such other another more most over under up down into out off per via within during between among since until after before while because
accord say report release sentence state note add include mention total reach amount stand respectively respective now today current currently far so
we they he she i you his her their our your them us him one
`);

/** Words of change and comparison, which `claim-direction` compares. */
const change = list(`
增长 增加 提高 提升 上升 上涨 扩大 升至 增至 涨 升 增 攀升 回升 翻番 下降 降低 减少 下滑 下跌 缩小 缩短 回落 降至 减至 跌 降 减 同比 环比 比 较 多 少
首次 再次 突破 完成 实现 创 新高 高于 低于 大于 小于 高 低 变化 预计 预期 有望 力争 计划 拟 目标
rise increas grow growth climb up gain improv fall decreas declin drop down reduc cut shrink high higher low lower less more few fewer
expect plan project forecast target compar year-on-year
`);

/** Whether a word carries content. */
export function isContent(word: Word): boolean {
  return !grammar.has(word.text) && !grammar.has(word.stem);
}

/** Whether a word says what a figure is of, rather than how it moved. */
export function isSubject(word: Word): boolean {
  return isContent(word) && !change.has(word.text) && !change.has(word.stem);
}
