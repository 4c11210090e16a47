import type { Sentence } from './fill.ts';

/** Refusals about the readiness, the opening and the closing of zones. */
export const ZONE_REFUSALS = {
  'no-such-zone': { zh: '没有这个区。', en: 'There is no such zone.' },
  'zone-wrong-state': {
    zh: '{{zone}} 区现在是“{{state}}”，不能这样做。',
    en: 'Zone {{zone}} is “{{state}}” now; that cannot be done.',
  },
  'zone-step-too-early': {
    zh: '{{zone}} 区在 {{since}} 才进入现在的状态，不能登记为更早。',
    en: 'Zone {{zone}} is in its present state only since {{since}}; the next step cannot be earlier.',
  },
  'zone-not-ready': {
    zh: '{{zone}} 区还不具备收治条件，有 {{count}} 项未确认：{{items}}。',
    en: 'Zone {{zone}} is not ready to take patients. Not confirmed ({{count}}): {{items}}.',
  },
  'zone-confirmed-later': {
    zh: '{{zone}} 区的“{{item}}”在 {{at}} 才确认，开放不能早于那时。',
    en: '“{{item}}” was confirmed at {{at}}; zone {{zone}} cannot have opened before that.',
  },
  'zone-not-empty': {
    zh: '{{zone}} 区还有 {{count}} 人：{{names}}。请先出舱或转到其他区。',
    en: 'Still in zone {{zone}} ({{count}}): {{names}}. First discharge them or move them to other zones.',
  },
  'zone-used-since': {
    zh: '{{name}} 在 {{from}} 住进 {{bed}} 床，停止收治不能早于那时。',
    en: '{{name}} was given bed {{bed}} at {{from}}; admissions cannot have stopped before that.',
  },
  'zone-disinfection-too-early': {
    zh: '{{zone}} 区终末消毒的作用时间到 {{ready}}，到时再关闭；提前须写明原因。',
    en: 'The final disinfection of zone {{zone}} acts until {{ready}}. Close it then, or give a reason for doing so earlier.',
  },
  'zone-beds-held': {
    zh: '{{zone}} 区还有 {{count}} 张床预留着：{{names}}。关闭会取消预留，须写明原因。',
    en: 'Beds of zone {{zone}} are held ({{count}}): {{names}}. Closing lets them go; give a reason for that.',
  },
  'zone-takes-nobody': {
    zh: '{{zone}} 区“{{state}}”，{{name}} 不能换进去。区内的人可以互换床位。',
    en: 'Zone {{zone}} is “{{state}}”: {{name}} cannot come in by a swap. People inside may swap beds among themselves.',
  },
  'zone-by-its-steps': {
    zh: '{{place}} 区的开放和关闭在“分区”页按步骤办理，不能在这里恢复使用。',
    en: 'Zone {{place}} opens and closes step by step on the Zones page; it cannot be put back into service here.',
  },
  'not-in-zone': { zh: '{{name}} 不在 {{zone}} 区。', en: '{{name}} is not in zone {{zone}}.' },
  'no-such-item': { zh: '清单上没有这一项。', en: 'There is no such item on the list.' },
  'item-confirmed': {
    zh: '“{{item}}”已由 {{who}} 确认。',
    en: '“{{item}}” has been confirmed already, by {{who}}.',
  },
  'item-not-confirmed': { zh: '“{{item}}”没有确认过。', en: '“{{item}}” has not been confirmed.' },
} as const satisfies Record<string, Sentence>;
