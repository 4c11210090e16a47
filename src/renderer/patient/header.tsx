import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';
import { AlertFlags } from '../alerts/alert-flags.tsx';
import { daysOf } from '../patients/days.ts';
import { lastList } from '../patients/last-list.ts';
import { Allowed } from '../people/allowed.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { AlertMark } from '../ui/state-mark.tsx';
import { spanText, useNow } from '../ui/time.ts';
import { openBed, openBedsFor, openDischarge } from '../ways.ts';

/** Who this is and how things stand; it never scrolls away. */
export function PatientHeader({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const now = useNow();
  const { bed } = stay;
  const groups = stay.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`)).join(t('ui.listComma'));
  return (
    <header className="desk-patient-head">
      <Button icon={<ArrowLeftOutlined />} aria-label={t('patient.back')} onClick={lastList.goBack} />
      <h1>
        <bdi>{stay.name}</bdi>
      </h1>
      <span>{t(`vocabulary.sexes.${stay.sex}`)}</span>
      {stay.age !== null && <span>{t('ui.years', { age: stay.age })}</span>}
      {bed && stay.status !== 'left' ? (
        <Button className="desk-patient-bed" onClick={() => openBed(bed.id)}>
          {bed.code}
        </Button>
      ) : (
        stay.status === 'waiting' && <span className="desk-flag">{t('patient.noBed')}</span>
      )}
      <span>
        <Standing stay={stay} now={now} />
      </span>
      <span className="desk-flag" data-quiet>
        {t(`vocabulary.classifications.${stay.classification}`)}
      </span>
      {groups && (
        <span className="desk-flag" data-alert>
          <AlertMark label={t('patients.columns.keyGroups')} /> {groups}
        </span>
      )}
      {stay.status !== 'left' && <AlertFlags stayId={stay.stayId} />}
      {stay.provisional && <span className="desk-flag">{t('fields.provisional')}</span>}
      <span className="desk-quiet">
        {t('ui.number')} {stay.number}
      </span>
      <span className="desk-spread" />
      <NextActs stay={stay} />
    </header>
  );
}

function Standing({ stay, now }: { stay: StayRow; now: Instant }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { timeZone } = useHospital();
  if (stay.status === 'left') {
    const way = stay.way ? t(`vocabulary.waysOfLeaving.${stay.way}`) : '';
    const place = stay.destination ? ` · ${stay.destination}` : '';
    return <>{t('patient.left', { at: stay.leftAt ? timeOf(stay.leftAt) : '', way: `${way}${place}` })}</>;
  }
  if (stay.status === 'waiting') {
    return <>{t('patient.waited', { span: spanText(millisOf(now) - millisOf(stay.arrivedAt), t) })}</>;
  }
  return <>{t('patient.inHouse', { days: daysOf(stay, now, timeZone) })}</>;
}

const ACT_OF = {
  assign: 'stays.assign',
  move: 'stays.move',
  swap: 'stays.swap',
  discharge: 'discharges.commit',
} as const;

/** The one thing to do next comes first. */
function NextActs({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const { stayId, status } = stay;
  const inBed = status === 'in-house';
  const acts = [
    { act: 'assign', keys: 'B', when: status === 'waiting', run: () => openBedsFor(stayId, 'assign') },
    { act: 'move', keys: 'M', when: inBed, run: () => openBedsFor(stayId, 'move') },
    { act: 'swap', keys: 'W', when: inBed, run: () => openBedsFor(stayId, 'swap') },
    { act: 'discharge', keys: 'D', when: status !== 'left', run: () => openDischarge([stayId]) },
  ] as const;
  useKeys(t('patient.title'), [
    ...acts.map(({ act, keys, when, run }) => ({ keys, does: t(`patient.next.${act}`), run, when })),
    { keys: 'Escape', does: t('patient.keys.back'), run: lastList.goBack, inFields: false },
  ]);
  return (
    <>
      {acts
        .filter(({ when }) => when)
        .map(({ act, keys, run }, index) => (
          <Allowed key={act} to={ACT_OF[act]}>
            <Button type={index === 0 ? 'primary' : 'default'} onClick={run}>
              {t(`patient.next.${act}`)} <kbd>{keys}</kbd>
            </Button>
          </Allowed>
        ))}
    </>
  );
}
