import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { PAPER_KINDS } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { useWard } from '../client.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { PrintButton, PrintNews, usePrint } from './print.tsx';
import type { Printing } from './use-print.ts';

type Papers = OutputOf<'papers.of'>;
type Paper = Papers['papers'][number];

/** Which paper has which key: the figures in the order of the page. */
const keyOf = (index: number): string => `Alt+${index + 1}`;

/** The papers of one stay: what can be printed and why not, and who printed what when. */
export default function PatientPapers({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const { stayId } = stay;
  const { data, refused } = useWard('papers.of', { stayId });
  const printing = usePrint();
  useKeys(
    t('papers.title'),
    PAPER_KINDS.map((kind, index) => ({
      keys: keyOf(index),
      does: t('papers.print', { paper: t(`vocabulary.paperKinds.${kind}`) }),
      run: () => void printing.print({ kind, stayIds: [stayId] }),
      when: data?.papers.find((one) => one.kind === kind)?.problem === null,
    })),
  );
  return (
    <div className="desk-page-body desk-papers">
      <RefusedNotice refused={refused} />
      <PrintNews printing={printing} />
      <ul className="desk-paper-list" aria-label={t('papers.title')}>
        {data?.papers.map((paper, index) => (
          <li key={paper.kind}>
            <PaperButton paper={paper} stay={stay} printing={printing} keys={keyOf(index)} />
            <PaperState paper={paper} certificate={data.certificate} />
            <Prints prints={paper.prints} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  paper: Paper;
  stay: StayRow;
  printing: Printing;
  keys: string;
}

function PaperButton({ paper: { kind, problem, prints }, stay, printing, keys }: RowProps) {
  const { t } = useTranslation();
  const paper = t(`vocabulary.paperKinds.${kind}`);
  return (
    <PrintButton
      printing={printing}
      wanted={{ kind, stayIds: [stay.stayId] }}
      disabled={problem !== null}
      keys={keys}
    >
      {t(prints.length > 0 ? 'papers.again' : 'papers.print', { paper })}
    </PrintButton>
  );
}

function PaperState({ paper, certificate }: { paper: Paper; certificate: Papers['certificate'] }) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const { kind, problem } = paper;
  return (
    <div>
      {kind === 'certificate' && certificate && <Certificate certificate={certificate} />}
      {problem ? (
        <span className="desk-quiet">{say({ ok: false, kind: 'refused', refusal: problem })}</span>
      ) : (
        <span>{t('papers.can')}</span>
      )}
    </div>
  );
}

const SIGNS = {
  valid: <CheckCircleFilled aria-hidden />,
  'not-yet': <ClockCircleOutlined aria-hidden />,
  void: <CloseCircleFilled aria-hidden />,
};

function Certificate({ certificate }: { certificate: NonNullable<Papers['certificate']> }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { number, issuedAt, standing, reason } = certificate;
  const words =
    standing === 'void'
      ? t('papers.certificate.void', { why: reason ? t(`papers.certificate.reasons.${reason}`) : '' })
      : t(standing === 'valid' ? 'papers.certificate.valid' : 'papers.certificate.notYet');
  return (
    <p>
      <strong>{t('papers.certificate.number', { number })}</strong>{' '}
      <span className="desk-quiet">{t('papers.certificate.issued', { at: timeOf(issuedAt) })}</span>
      <br />
      <span className="desk-certificate-standing" data-standing={standing}>
        {SIGNS[standing]} {words}
      </span>
      {standing === 'void' && <span className="desk-quiet"> {t('papers.certificate.anew')}</span>}
    </p>
  );
}

function Prints({ prints }: Pick<Paper, 'prints'>) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (prints.length === 0) return <span className="desk-quiet">{t('papers.none')}</span>;
  return (
    <ul className="desk-paper-prints">
      {prints.slice(0, 5).map(({ subject, copy, printedAt, who }) => (
        <li key={`${subject} ${copy}`}>
          {subject && /^(FC|[A-Z0-9]{4,20}$)/.test(subject) ? `${subject} ` : ''}
          {t('papers.printed', { copy, at: timeOf(printedAt), who })}
        </li>
      ))}
      {prints.length > 5 && <li>…</li>}
    </ul>
  );
}
