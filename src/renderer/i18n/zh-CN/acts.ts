import type { CommandName } from '#shared/contract/index.ts';
import type { SESSION_ACTS } from '#shared/contract/sessions.ts';

type ActName = CommandName | (typeof SESSION_ACTS)[number];
type FeatureOf<N> = N extends `${infer Feature}.${string}` ? Feature : never;
type VerbOf<N, Feature extends string> = N extends `${Feature}.${infer Verb}` ? Verb : never;
type ActWords = {
  readonly [F in FeatureOf<ActName>]: { readonly [V in VerbOf<ActName, F>]: string };
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
  releases: {
    open: '建立出舱名单',
    setMembers: '调整出舱名单人员',
    addBus: '登记送返车辆',
    changeBus: '更改送返车辆',
    cancelBus: '取消送返车辆',
    assignBuses: '安排乘车',
    sign: '签署出舱名单',
    withdrawSignature: '撤回名单签署',
  },
  rosters: {
    open: '读入名单',
    setHeadings: '调整列对应',
    editRow: '改正名单行',
    dropRow: '搁置名单行',
    commit: '名单入舱',
  },
  ward: { changeSettings: '更改设置', addOperator: '添加人员' },
  rounds: {
    record: '查房记录',
    correct: '更正查房记录',
    mark: '标记患者',
    unmark: '取消标记',
    orderExamination: '开检查',
    completeExamination: '完成检查',
    cancelExamination: '取消检查',
  },
  alerts: { acknowledge: '确认警报' },
  protocols: { save: '保存方案版本', choose: '更换执行方案' },
  papers: { prepare: '打印单据' },
  referrals: {
    request: '申请转诊',
    accept: '医院接收',
    sendVehicle: '转诊车辆',
    leave: '转诊离舱',
    arrive: '到达医院',
    cancel: '取消转诊',
  },
  care: { order: '安排照护', stop: '停止照护', tick: '照护登记' },
  home: { record: '居家随访' },
  tests: {
    importLab: '导入检测结果',
    solveRow: '核对检测结果',
    rejectRow: '不采用检测结果',
    assignLabels: '生成采样条码',
    recordSample: '采样',
    enterResult: '录入检测结果',
  },
  shifts: {
    setPattern: '调整班次',
    addTeam: '登记医疗队',
    changeTeam: '更改医疗队',
    setZones: '划分责任区',
    addMembers: '登记队员',
    endMembers: '队员离队',
    assign: '排班',
    unassign: '取消排班',
    copyDay: '复制排班',
    rotate: '医疗队轮换',
  },
  zones: {
    confirm: '收治条件确认',
    withdraw: '撤回确认',
    hold: '区暂不开放',
    open: '开放区',
    stopAdmissions: '停止收治',
    resume: '恢复收治',
    drain: '开始清空',
    moveOut: '整区转出',
    disinfect: '全区终末消毒',
    close: '关闭区',
  },
  daily: {
    sign: '签发日报',
    withdraw: '撤回日报签名',
    setSchedule: '设置自动日报',
    setFolder: '设置日报文件夹',
    recordRun: '自动生成日报',
  },
  acts: { undo: '撤销' },
  handovers: {
    writeNote: '交班留言',
    finishNote: '留言已办完',
    give: '移交签字',
    take: '接班签字',
    withdraw: '撤回交接单',
  },
  people: {
    setPerson: '更改人员',
    setRole: '更改角色权限',
    breakGlass: '紧急授权',
    endBreakGlass: '结束紧急授权',
    seeBreakGlass: '查看紧急授权',
    firstAdministrator: '设立首位管理员',
    recover: '用恢复码重设口令',
    setSecret: '设置口令',
  },
  rollCalls: { begin: '开始点名', mark: '点名登记', mend: '处理点名差异', close: '结束点名' },
} as const satisfies ActWords;
