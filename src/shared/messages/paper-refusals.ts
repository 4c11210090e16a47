import type { Sentence } from './fill.ts';

/** Refusals about papers: what cannot be printed, and why. */
export const PAPER_REFUSALS = {
  'certificate-not-due': {
    zh: '{{name}} 不能开具解除隔离证明：须符合出舱标准，并在医生、护士两人签署的出舱名单上（已出舱的，须按该名单出舱）。请列入名单并由两人签署后出舱，或只打印出院小结。',
    en: 'No release certificate for {{name}}: it is for people who are eligible and on a list that doctor and nurse have signed, and who left, if they have left, by that list. Put them on a list, let both sign and discharge by it, or print only the summary.',
  },
  'summary-not-due': {
    zh: '{{name}} 还没有出舱，也不在已签署的出舱名单上，不能打印出院小结。',
    en: '{{name}} has not left and is on no signed list; there is no discharge summary to print yet.',
  },
  'paper-no-referral': {
    zh: '{{name}} 没有转诊申请。请先申请转诊。',
    en: '{{name}} has no referral. First request one.',
  },
  'paper-no-label': {
    zh: '{{name}} 没有待用的采样标签。请先在“检测”页生成采样条码。',
    en: '{{name}} has no sampling label to print. First make barcodes on the Tests page.',
  },
  'no-printer': {
    zh: '无法启动打印 PDF 的程序（{{problem}}）。请在窗口里打印，或先运行 npm start 备好程序。',
    en: 'The program that prints the PDF could not be started ({{problem}}). Print in the window, or get the program ready with npm start first.',
  },
  'no-such-print': { zh: '没有这次打印的记录。', en: 'There is no record of that print.' },
  'print-expired': {
    zh: '这次打印登记已超过 {{minutes}} 分钟。请重新打印，以便登记为补打。',
    en: 'That print was put on record more than {{minutes}} minutes ago. Print again, so that the copy is on record.',
  },
  'template-broken': {
    zh: '单据模板 {{file}} 有错：{{problem}}。请改正，或删去本院自己的模板以使用随软件提供的模板。',
    en: 'The template {{file}} is broken: {{problem}}. Mend it, or remove the hospital’s own copy to use the one that comes with the program.',
  },
} as const satisfies Record<string, Sentence>;
