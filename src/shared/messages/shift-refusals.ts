import type { Sentence } from './fill.ts';

/** Refusals about relief teams, their people, and who is on which shift. */
export const SHIFT_REFUSALS = {
  'no-such-team': { zh: '没有这支医疗队。', en: 'There is no such relief team.' },
  'no-such-duty': {
    zh: '这条排班已被更改或取消。请看过最新的排班表后再操作。',
    en: 'That entry of the roster was changed or taken off. Look at the roster as it is now, then act again.',
  },
  'team-exists': {
    zh: '已有名为“{{name}}”的医疗队。',
    en: 'There is a relief team named “{{name}}” already.',
  },
  'team-times': {
    zh: '医疗队的时间须依次为：到达、接管、撤离。请核对。',
    en: 'A team arrives, then takes over, then departs. Check these times.',
  },
  'changed-since': {
    zh: '您打开后，{{who}}（{{what}}）改过这里。您填写的内容还在；请关闭后重新打开，看过最新内容再保存。',
    en: 'Since you opened this, {{who}} changed it ({{what}}). What you typed is kept; close it, look at it as it is now, then save again.',
  },
  'on-duty-before-arrival': {
    zh: '{{name}} 在 {{at}} 已有排班，早于所填到达时间。请先取消这些排班。',
    en: '{{name}} is on a shift at {{at}}, before the arrival given. First take these shifts off.',
  },
  'in-other-team': {
    zh: '{{name}} 在 {{from}} 起属于“{{team}}”（{{group}}）。请先结束原来的归属。',
    en: '{{name}} belongs to “{{team}}” ({{group}}) from {{from}}. End that first.',
  },
  'not-in-team': {
    zh: '{{name}} 在 {{at}} 不属于任何医疗队。请先把其加入一支医疗队。',
    en: '{{name}} belongs to no relief team at {{at}}. First add them to one.',
  },
  'before-team-arrival': {
    zh: '{{name}} 所在的“{{team}}”到 {{at}} 才到达，不能排在这之前。',
    en: '{{name}}’s team, “{{team}}”, arrives only at {{at}}; no shift can be before that.',
  },
  'after-team-departure': {
    zh: '{{name}} 所在的“{{team}}”于 {{at}} 撤离，不能排在这之后。',
    en: '{{name}}’s team, “{{team}}”, departs at {{at}}; no shift can be after that.',
  },
  'on-duty-elsewhere': {
    zh: '{{name}} 这一班已在 {{place}}。要调过来，请选择“调岗”。',
    en: '{{name}} is in {{place}} on this shift already. To bring them here, choose “move”.',
  },
  'nobody-on-that-day': {
    zh: '{{day}} 没有排班，无从复制。',
    en: 'Nobody is on a shift on {{day}}, so there is nothing to copy.',
  },
  'same-day': { zh: '请选择不同的两天。', en: 'Choose two different days.' },
  'same-team': { zh: '请选择另一支医疗队来接管。', en: 'Choose another team to take over.' },
  'team-not-there': {
    zh: '“{{team}}”到 {{at}} 才到达，不能在这之前接管。',
    en: '“{{team}}” arrives only at {{at}}; it cannot take over before that.',
  },
  'team-has-left': {
    zh: '“{{team}}”已于 {{at}} 撤离。',
    en: '“{{team}}” departed at {{at}}.',
  },
  'leaves-before-takeover': {
    zh: '撤离时间不能早于接管时间。',
    en: 'A team cannot depart before the next one has taken over.',
  },
} as const satisfies Record<string, Sentence>;
