import {
  CheckCircleFilled,
  CheckOutlined,
  ClockCircleOutlined,
  CloseOutlined,
  StopFilled,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import './eligibility.css';

const SIGNS: Record<Verdict, typeof CheckCircleFilled> = {
  eligible: CheckCircleFilled,
  'not-yet': ClockCircleOutlined,
  excluded: StopFilled,
};

/** May this patient leave, and if not, why, when, and what is to be done next? Rule by rule. */
export function EligibilityCard({ stayId }: { stayId: StayId }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('eligibility.ofStay', { stayId, language: language() }, { keep: false });
  return (
    <section className="desk-card desk-eligibility" aria-label={t('eligibility.title')}>
      <h2>{t('eligibility.title')}</h2>
      <RefusedNotice refused={refused ?? null} />
      {data ? <Judged data={data} /> : !refused && <p className="desk-loading">{t('ui.loading')}</p>}
    </section>
  );
}

function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const Sign = SIGNS[verdict];
  return (
    <span className="desk-eligibility-verdict" data-verdict={verdict}>
      <Sign aria-hidden /> {t(`vocabulary.verdicts.${verdict}`)}
    </span>
  );
}

function Judged({ data }: { data: OutputOf<'eligibility.ofStay'> }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { patient, protocol, at, basis } = data;
  return (
    <>
      <VerdictMark verdict={patient.verdict} />
      {basis === null ? (
        <dl className="desk-eligibility-next">
          {patient.verdict === 'not-yet' && patient.earliest && (
            <>
              <dt>{t('eligibility.earliest')}</dt>
              <dd>{patient.earliest === at ? t('eligibility.now') : timeOf(patient.earliest)}</dd>
            </>
          )}
          <dt>{t('eligibility.next')}</dt>
          <dd>{patient.next.sentence}</dd>
        </dl>
      ) : (
        <p>
          {t('eligibility.basis', {
            verdict: t(`vocabulary.verdicts.${basis.verdict}`),
            protocol: basis.protocol.name,
            version: basis.protocol.version,
            at: timeOf(basis.judgedAt),
          })}
        </p>
      )}
      <ul className="desk-eligibility-rules">
        {patient.rules.map(({ rule, met, saw, sentence }) => (
          <li key={rule} data-met={met}>
            <span
              className="desk-eligibility-mark"
              role="img"
              aria-label={t(met ? 'eligibility.met' : 'eligibility.notMet')}
            >
              {met ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}
            </span>
            <div>
              <strong>{t(`eligibility.rules.${rule}`)}</strong> {sentence}
              {rule === 'tests' &&
                saw.split(/；|; /).map((sample) => (
                  <div key={sample} className="desk-quiet">
                    {sample}
                  </div>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <p className="desk-quiet">
        {t('eligibility.by', { protocol: protocol.name, version: protocol.version, at: timeOf(at) })}
      </p>
    </>
  );
}
