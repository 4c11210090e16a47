/** By pinyin, and A-9 before A-10. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Total: texts that read alike but differ stay apart, so equal ones always stand together; empty ones come last. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return collator.compare(one, other) || (one < other ? -1 : 1);
}
