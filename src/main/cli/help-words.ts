import type { Sentence } from '#shared/messages/fill.ts';

/** What `--help` says, in the language of `--lang`. */
export const HELP_WORDS = {
  program: {
    zh: '方舱床位台：从命令行使用病区',
    en: '方舱床位台 Fangcang Desk: the ward from a terminal',
  },
  help: { zh: '显示说明', en: 'display help for command' },
  byDefault: '默认',
  wrongUse: '用法有误：',
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  } as Record<string, string>,
} as const;

export const COMMAND_WORDS = {
  init: {
    zh: '建立一个空的病区；文件夹里已有病区的不覆盖',
    en: 'creates an empty ward; refuses a folder that has one',
  },
  protect: {
    zh: '用加密口令给没有加密的病区加密，恢复密钥只显示一次',
    en: 'encrypts an open ward with a passphrase, and shows its recovery key once',
  },
  passphrase: {
    zh: '设置或更换已加密病区的口令；凭现在的口令或恢复密钥',
    en: 'sets the passphrase of an encrypted ward, or another one, by the present one or the recovery key',
  },
  'import <kind> <file>': {
    zh: 'import roster <文件>：接收区里的名单；import lab <文件>：检测结果',
    en: 'import roster <file>: takes in a district’s list; import lab <file>: test results',
  },
  allocate: {
    zh: '给所有等候的人安排床位，从各自到达时或所给时间起',
    en: 'beds for all who wait, each from their arrival or the time given',
  },
  census: { zh: '谁在哪里', en: 'who is where' },
  eligibility: {
    zh: '按现行标准谁可以出舱，其余的人为什么还不可以',
    en: 'who may leave by the protocol in force, and why the others may not yet',
  },
  'list <which>': {
    zh: 'list tomorrow：某一天出舱的人，按区、街道、车辆，以及被去掉的人',
    en: 'list tomorrow: who leaves on a day, by district, street and bus, and who dropped off',
  },
  'report <kind>': {
    zh: 'discharges：一段时间内出舱的人；daily：某一截止时间的日报；emt-mds、edxl-have：截止前一天，供其他系统',
    en: 'report discharges: who left in a period; daily: the figures of a cut-off; emt-mds, edxl-have: the day before a cut-off for other systems',
  },
  'call <procedure> [json]': {
    zh: '调用任一操作；- 从标准输入读取',
    en: 'any procedure of the contract; - reads the input from standard input',
  },
  procedures: {
    zh: '所有操作的名称，及输入、输出的 JSON Schema',
    en: 'names of all procedures with JSON Schemas of input and output',
  },
  verify: {
    zh: '检查数据文件、各项规则和操作留痕',
    en: 'checks the file, every invariant and the audit trail',
  },
  'verify-certificate <code>': {
    zh: '这个二维码是不是真的证明，现在是否仍然有效；- 从标准输入读取',
    en: 'is this the code of a genuine certificate, and still true? - reads standard input',
  },
  demo: {
    zh: '演示：虚构的人和他们的经过；已有病区的文件夹不动',
    en: 'made-up people and their history; leaves a folder alone that has a ward',
  },
  backup: {
    zh: '现在备份、检查，并复制到第二个备份位置',
    en: 'copies the ward now, checks the copy, brings it to the second target',
  },
  backups: { zh: '现有的备份，新的在前', en: 'the copies there are, newest first' },
  'restore <file>': {
    zh: '用备份还原病区；现在的病区原样保留在旁边',
    en: 'puts a copy in the place of the ward; the ward as it was is kept beside it',
  },
  'drill [file]': {
    zh: '试着还原一份备份（不写明就用最新的），检查并报告用时',
    en: 'makes a ward of a copy, the newest by default, checks it and tells how long it took',
  },
} as const satisfies Record<string, Sentence>;

export const OPTION_WORDS = {
  '--data <folder>': {
    zh: '数据文件夹；否则 $FANGCANG_DATA，再否则系统的默认位置',
    en: 'data folder; else $FANGCANG_DATA, else the platform’s',
  },
  '--passphrase-file <file>': {
    zh: '用文件里的加密口令打开病区；- 读标准输入；否则 $FANGCANG_PASSPHRASE',
    en: 'opens an encrypted ward; - reads standard input; else $FANGCANG_PASSPHRASE',
  },
  '--recovery-key-file <file>': {
    zh: '用文件里的恢复密钥打开病区或备份；- 读标准输入',
    en: 'opens an encrypted ward, or reads a copy, by the recovery key in it; - reads standard input',
  },
  '--json': { zh: '回答和拒绝都用 JSON', en: 'answers and refusals as JSON' },
  '--as <name>': {
    zh: '需要登录的病区里由谁操作；登录口令来自 --pin-file 或 $FANGCANG_PIN',
    en: 'who acts, where people sign in; the secret from --pin-file or $FANGCANG_PIN',
  },
  '--pin-file <file>': {
    zh: '--as 那一位的登录口令所在的文件；- 读标准输入',
    en: 'file with the secret of --as; - reads standard input',
  },
  '--lang <language>': { zh: '语言：zh-CN 或 en', en: 'language' },
  '--layout <file>': {
    zh: '床位布局文件，或程序自带布局的编号',
    en: 'a layout file, or the id of one that comes with the program',
  },
  '--name <name>': { zh: '医院名称', en: 'name of the hospital' },
  '--time-zone <zone>': { zh: 'IANA 时区', en: 'IANA time zone' },
  '--operator <name...>': { zh: '当班人员姓名', en: 'people who work at the desks' },
  '--anew': {
    zh: '数据文件不见了、密钥和备份还在的地方也另建新的；旧的不动',
    en: 'also where a ward was whose file is gone: its keys and copies stay as they are',
  },
  '--fill': {
    zh: '在未加密、还没用过的病区里生成，并标为演示',
    en: 'in an open ward that nobody has used yet, which becomes a demonstration',
  },
  '--open': {
    zh: '不加密，供培训用；不写此项又没有口令时会提醒',
    en: 'not encrypted, for training; without it and without a passphrase the command says so',
  },
  '--new-passphrase-file <file>': {
    zh: '新的加密口令所在的文件；- 读标准输入',
    en: 'file with the new passphrase; - reads standard input',
  },
  '--dry-run': { zh: '只说会怎样，不写入', en: 'tells what it would do' },
  '--arrived <time>': {
    zh: '到达时间，带时差；否则现在，或按文件',
    en: 'when they arrived, with its offset; else now, or as the file says',
  },
  '--at <time>': {
    zh: '截至（从）这一时刻，带时差；否则现在',
    en: 'at (from) this instant, with its offset; else now',
  },
  '--stay <id>': { zh: '只看一条住院记录', en: 'one stay' },
  '--day <date>': {
    zh: '日期，如 2022-04-08；否则明天',
    en: 'a day such as 2022-04-08; else tomorrow',
  },
  '--from <time>': { zh: 'discharges：开始，带时差', en: 'discharges: begin, with its offset' },
  '--to <time>': { zh: 'discharges：结束（不含）', en: 'discharges: end, not included' },
  '--version <n>': {
    zh: 'daily：已签的第几版，或 now（按现在所知）；否则现行的一版',
    en: 'daily: a signed version, or now: the figures as known now; else the version that stands',
  },
  '--out <file>': {
    zh: '.xlsx 或 .csv；daily 还可 .pdf、.txt（播报稿）、.json；edxl-have 为 .xml',
    en: '.xlsx or .csv; of daily also .pdf, .txt (to be read out) and .json; of edxl-have .xml',
  },
  '--key <file>': {
    zh: '只用这把公钥验签名，不需要病区',
    en: 'checks the signature alone by this public key, without any ward',
  },
  '--patients <n>': { zh: '最后在舱人数', en: 'in house at the end' },
  '--days <d>': { zh: '经过多少天', en: 'length of the history' },
  '--seed <n>': { zh: '同样的数产生同样的病区', en: 'the same seed makes the same ward' },
  '--target <folder>': {
    zh: '另一块磁盘上的文件夹，以后每份备份都复制过去',
    en: 'from now on a folder on another disk gets every copy as well',
  },
  '--other-ward': {
    zh: '备份属于另一个病区时也还原',
    en: 'also where the copy is of another ward than the one in this folder',
  },
} as const satisfies Record<string, Sentence>;
