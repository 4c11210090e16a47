import type { Sentence } from './fill.ts';

/** Refusals of roll calls. */
export const ROLL_CALL_REFUSALS = {
  'no-such-roll-call': {
    zh: '没有这次点名，可能已被撤销。',
    en: 'There is no such roll call; it may have been undone.',
  },
  'roll-call-under-way': {
    zh: '{{place}} 的点名正在进行（{{who}}，{{at}} 开始）。请在那一次里继续，或先结束它。',
    en: 'A roll call of {{place}} is under way (by {{who}}, since {{at}}). Go on with that one, or close it first.',
  },
  'roll-call-closed': {
    zh: '这次点名已于 {{at}} 结束。要更正请先撤销“结束点名”。',
    en: 'This roll call was closed at {{at}}. To correct it, undo its closing first.',
  },
  'before-roll-call': {
    zh: '点名于 {{begun}} 开始，所填时间 {{at}} 在其前。',
    en: 'The roll call began at {{begun}}; the time given, {{at}}, is before that.',
  },
  'no-beds-there': { zh: '那里没有床位。', en: 'There are no beds there.' },
  'bed-not-in-roll-call': {
    zh: '{{bed}} 不在这次点名的范围内。',
    en: '{{bed}} is not part of this roll call.',
  },
  'same-bed-twice': { zh: '{{bed}} 在一次登记中出现两次。', en: '{{bed}} is named twice in one go.' },
  'stranger-unnamed': {
    zh: '请写下姓名，或描述一下此人（例如“红衣女子，约 40 岁”）。',
    en: 'Give a name, or describe the person (for instance “woman in red, about 40”).',
  },
  'finding-gone': {
    zh: '这一项已经处理，或名单已经改变。',
    en: 'This has been mended already, or the walk says otherwise by now.',
  },
  'mend-does-not-fit': {
    zh: '这一项不能这样处理。',
    en: 'This finding cannot be mended in that way.',
  },
  'mend-before-walk': {
    zh: '{{bed}} 于 {{walked}} 点到，处理时间 {{at}} 在其前：点名只能说明那一刻起的情况。若确知此人更早离开，请在患者页按当时的时间办理出舱。',
    en: '{{bed}} was walked at {{walked}}, and {{at}} is before that: a walk tells nothing of earlier. If it is known that they left earlier, discharge them with that time on the page of patients.',
  },
  'somebody-lies-there': {
    zh: '点名时 {{bed}} 上躺着别人。请先处理那一项：登记那人时，原来的人会在同一步里让出床位。',
    en: 'Somebody else was found in {{bed}}. Mend that first: registering them takes whoever is registered there out in the same step.',
  },
  'found-in-shut-zone': {
    zh: '{{zone}} 区“{{state}}”，{{name}} 不能登记在 {{bed}}。请把人带回自己的床位后选“已核实”，或先恢复该区。',
    en: 'Zone {{zone}} is “{{state}}”: {{name}} cannot be registered in {{bed}}. Bring them back to their own bed and choose “accounted for”, or open the zone first.',
  },
  'waiting-needed': {
    zh: '请选择此人是哪一位待安排床位的人员。',
    en: 'Pick which of those who wait for a bed this is.',
  },
  'beds-unwalked': {
    zh: '还有 {{beds}} 张床没有点到（第一张 {{first}}）。请点完，或写明原因再结束。',
    en: '{{beds}} beds have not been walked yet (the first is {{first}}). Walk them, or give a reason to close without.',
  },
} as const satisfies Record<string, Sentence>;
