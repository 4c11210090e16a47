import type { ReadinessItem } from '#shared/contract/zone-settings.ts';

type Words = Pick<ReadinessItem, 'zh' | 'en'>;
type Known = Words & { item: string };

/**
 * The list as it was typed, `中文 | English` a line. An item keeps its key, and with it what is confirmed, while
 * either of its names stands, wherever its line; others are new, with keys of their own. A line is first held against
 * the items that it names in full: two may share a name in one language.
 */
export function readItemLines(text: string, before: readonly Known[]): ReadinessItem[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [zh = '', en = ''] = line.split('|').map((half) => half.trim());
      return { zh, en };
    });
  const used = new Set<string>();
  const keys = lines.map((): string | null => null);
  for (const isSame of [
    (one: Known, { zh, en }: Words) => one.zh === zh && one.en === en,
    (one: Known, { zh }: Words) => one.zh === zh,
    (one: Known, { en }: Words) => one.en === en,
  ]) {
    for (const [i, line] of lines.entries()) {
      if (keys[i]) continue;
      const known = before.find((one) => !used.has(one.item) && isSame(one, line));
      if (!known) continue;
      used.add(known.item);
      keys[i] = known.item;
    }
  }
  let own = 0;
  const fresh = (): string => {
    do own += 1;
    while (used.has(`own-${own}`) || before.some(({ item }) => item === `own-${own}`));
    return `own-${own}`;
  };
  return lines.map((line, i) => ({ key: keys[i] ?? fresh(), ...line }));
}
