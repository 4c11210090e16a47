/** Steps of long work, by the words that the main process sends. */
export const progress = {
  working: '正在处理',
  reading: '正在读取文件',
  checking: '正在核对',
  judging: '正在逐行核对',
  placing: '正在安排床位',
  matching: '正在匹配列',
  admitting: '正在收治',
  discharging: '正在办理出舱',
  proposing: '正在计算床位方案',
  saving: '正在保存',
  writing: '正在写文件',
  people: '正在生成人员',
  history: '正在生成历史',
} as const;
