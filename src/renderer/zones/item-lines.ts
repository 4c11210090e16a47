import type { ReadinessItem } from '#shared/contract/zone-settings.ts';

type Known = Pick<ReadinessItem, 'zh' | 'en'> & { item: string };

/**
 * The list as it was typed, `中文 | English` a line. An item keeps its key, and with it what is confirmed, while
 * either of its names stands, or its place among as many lines as before; others get a key of their own.
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
  const take = (known: Known | undefined): string | null => {
    if (!known || used.has(known.item)) return null;
    used.add(known.item);
    return known.item;
  };
  const keys = lines.map(({ zh, en }) => take(before.find((one) => one.zh === zh || one.en === en)));
  let own = 0;
  const fresh = (): string => {
    do own += 1;
    while (used.has(`own-${own}`) || before.some(({ item }) => item === `own-${own}`));
    return `own-${own}`;
  };
  return lines.map((line, i) => {
    const sameCount = lines.length === before.length;
    return { key: keys[i] ?? (sameCount ? take(before[i]) : null) ?? fresh(), ...line };
  });
}
