import type { CommandName } from '#shared/contract/index.ts';

type FeatureOf<N> = N extends `${infer Feature}.${string}` ? Feature : never;
type VerbOf<N, Feature extends string> = N extends `${Feature}.${infer Verb}` ? Verb : never;
type ActWords = {
  readonly [F in FeatureOf<CommandName>]: { readonly [V in VerbOf<CommandName, F>]: string };
};

/** What each command is called in a history, the status line and the refusals. */
export const acts = {
  stays: {
    admit: '收治',
    correct: '更正资料',
    linkFamily: '关联家庭',
    assign: '安排床位',
    move: '转床',
    swap: '互换床位',
  },
  beds: {
    close: '停用',
    reopen: '恢复使用',
    reserve: '预留床位',
    release: '释放预留',
    signOffDisinfection: '终末消毒签署',
  },
  allocation: { commit: '批量安排床位', run: '自动安排床位' },
  discharges: { commit: '出舱' },
  convoys: { expect: '登记预计到达', arrive: '车辆到达', cancel: '取消转运批次' },
  rosters: {
    open: '读入名单',
    setHeadings: '调整列对应',
    editRow: '改正名单行',
    dropRow: '搁置名单行',
    commit: '名单入舱',
  },
  ward: { changeSettings: '更改设置', addOperator: '添加人员' },
  acts: { undo: '撤销' },
} as const satisfies ActWords;
