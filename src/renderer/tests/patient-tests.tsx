import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import type { SampleOfStay, SampleReport } from '#shared/contract/tests.ts';
import { useWard } from '../client.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { EmptyState, Notice, RefusedNotice } from '../ui/notices.tsx';
import { CtChart } from './ct-chart.tsx';
import './tests.css';

/** All samples of a patient, newest first, and how the Ct values went. */
export default function PatientTests({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('tests.ofStay', { stayId: stay.stayId });
  if (!data) return <RefusedNotice refused={refused} />;
  if (data.samples.length === 0)
    return <EmptyState title={t('tests.patient.none')} hint={t('tests.patient.noneHint')} />;
  return (
    <div className="desk-page-body desk-patient-tests">
      {data.retest && <Notice tone="warn">{t('tests.patient.retest')}</Notice>}
      <CtChart samples={data.samples} threshold={data.ctThreshold} />
      <section className="desk-card" aria-label={t('tests.patient.title')}>
        <table className="desk-samples">
          <thead>
            <tr>
              {(['sampledAt', 'orf', 'n', 'outcome', 'reportedAt', 'kind', 'barcode', 'source'] as const).map(
                (name) => (
                  <th
                    key={name}
                    scope="col"
                    className={name === 'orf' || name === 'n' ? 'desk-lab-figure' : undefined}
                  >
                    {name === 'orf' || name === 'n' ? t(`tests.fields.${name}`) : t(`tests.patient.${name}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {data.samples.map((sample) => (
              <Sample key={sample.barcode} sample={sample} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Sample({ sample }: { sample: SampleOfStay }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { barcode, sampledAt, pooled, others, report, earlier } = sample;
  return (
    <>
      <tr>
        <th scope="row">{timeOf(sampledAt)}</th>
        <Report report={report} />
        <td>{pooled ? t('tests.patient.pool', { count: others }) : t('tests.patient.single')}</td>
        <td>{barcode}</td>
        <Source report={report} />
      </tr>
      {earlier.map((one) => (
        <tr key={one.recordedAt} className="desk-sample-earlier">
          <td>
            <Tag>{t('tests.patient.replaced')}</Tag>
          </td>
          <Report report={one} />
          <td />
          <td />
          <Source report={one} />
        </tr>
      ))}
    </>
  );
}

function Report({ report }: { report: SampleReport | null }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (report === null)
    return (
      <>
        <td />
        <td />
        <td>{t('tests.patient.awaiting')}</td>
        <td />
      </>
    );
  return (
    <>
      {[report.orf, report.n].map(({ reading, ct }, index) => (
        <td key={index === 0 ? 'orf' : 'n'} className="desk-lab-figure">
          {reading === 'ct' && ct !== null ? ct : t(`vocabulary.geneReadings.${reading}`)}
        </td>
      ))}
      <td data-outcome={report.outcome}>{t(`vocabulary.natOutcomes.${report.outcome}`)}</td>
      <td>{report.reportedAt ? timeOf(report.reportedAt) : '—'}</td>
    </>
  );
}

function Source({ report }: { report: SampleReport | null }) {
  const { t } = useTranslation();
  if (report === null) return <td />;
  return (
    <td className="desk-quiet">{report.fileName ?? t('tests.patient.byHand', { who: report.recordedBy })}</td>
  );
}
