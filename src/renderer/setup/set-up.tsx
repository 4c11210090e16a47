import { Button, Input, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTimeZone } from '#shared/rules/instant.ts';
import { call, queryClient, type Refused, useWard } from '../client.ts';
import { PassphraseFields, passphraseFault } from '../protection/passphrase-fields.tsx';
import { type Noted, RecoveryPaper } from '../protection/recovery-paper.tsx';
import { FieldError } from '../ui/notices.tsx';
import { NOTHING_TYPED } from '../ui/twice-typed.tsx';
import { type ChosenLayout, LayoutChoice } from './layout-choice.tsx';
import { type ZoneChoice, ZoneTable, zonesOf } from './zone-table.tsx';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const FIRST_ZONE = OWN_ZONE === 'UTC' ? 'Asia/Shanghai' : OWN_ZONE;

const namesIn = (text: string) => [
  ...new Set(
    text
      .split(/[\n,，、;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** Name, time zone, layout, zones, people: everything a hospital decides before its first patient. */
export function SetUp({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(FIRST_ZONE);
  const [layout, setLayout] = useState<ChosenLayout | null>(null);
  const [zones, setZones] = useState<ZoneChoice[]>([]);
  const [people, setPeople] = useState('');
  const [passphrase, setPassphrase] = useState(NOTHING_TYPED);
  const [paper, setPaper] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const nameMissing = name.trim() === '';
  const zoneUnnamed = zones.some((zone) => zone.name.trim() === '');

  const { data: status } = useWard('setup.status', {});
  const keyring = status?.protection.keyring === true;

  const goOn = () => {
    setTried(true);
    if (layout && !nameMissing && !zoneUnnamed && !passphraseFault(passphrase, keyring))
      return setPaper(true);
    // What is wrong may lie below the edge of a small screen; it is marked once this has been drawn.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const create = async (noted: Noted) => {
    if (!layout || !isTimeZone(timeZone)) return;
    setBusy(true);
    const source = layout.json === null ? { id: layout.summary.id } : { json: layout.json };
    const answer = await call('setup.create', {
      name,
      timeZone,
      layout: source,
      zones,
      operators: namesIn(people),
      protection: {
        kind: 'sealed',
        ...noted,
        passphrase: passphrase.secret === '' ? null : passphrase.secret,
      },
    });
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    await queryClient.invalidateQueries();
  };

  if (paper)
    return (
      <div className="desk-first-middle">
        <RecoveryPaper
          busy={busy}
          refused={refused}
          does={t(busy ? 'setup.creating' : 'setup.create')}
          onNoted={(noted) => void create(noted)}
          onBack={() => {
            setPaper(false);
            setRefused(null);
          }}
        />
      </div>
    );
  return (
    <form
      ref={form}
      className="desk-first-middle desk-setup"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <h1>{t('setup.ours.title')}</h1>
      <section className="desk-setup-part" aria-label={t('setup.steps.hospital')}>
        <h2>1 · {t('setup.steps.hospital')}</h2>
        <div className="desk-setup-row">
          <div>
            <label htmlFor={`${id}-name`}>{t('setup.name')}</label>
            <Input
              id={`${id}-name`}
              autoFocus
              maxLength={80}
              value={name}
              placeholder={t('setup.nameExample')}
              aria-invalid={tried && nameMissing}
              status={tried && nameMissing ? 'error' : ''}
              onChange={(event) => setName(event.target.value)}
            />
            <FieldError>{tried && nameMissing && t('setup.nameMissing')}</FieldError>
          </div>
          <div>
            <label htmlFor={`${id}-zone`}>{t('setup.timeZone')}</label>
            <Select
              id={`${id}-zone`}
              showSearch
              style={{ width: '100%' }}
              value={timeZone}
              options={ZONES}
              onChange={setTimeZone}
            />
            <p className="desk-quiet">{t('setup.timeZoneHint')}</p>
          </div>
        </div>
      </section>
      <section className="desk-setup-part" aria-label={t('setup.steps.layout')}>
        <h2>2 · {t('setup.steps.layout')}</h2>
        <LayoutChoice
          chosen={layout}
          onChoose={(chosen) => {
            setLayout(chosen);
            setZones(zonesOf(chosen.summary));
          }}
        />
      </section>
      {layout && (
        <section className="desk-setup-part" aria-label={t('setup.steps.zones')}>
          <h2>3 · {t('setup.zoneTable')}</h2>
          <ZoneTable layout={layout.summary} zones={zones} tried={tried} onChange={setZones} />
        </section>
      )}
      <section className="desk-setup-part" aria-label={t('setup.steps.operators')}>
        <h2>
          {layout ? 4 : 3} · {t('setup.steps.operators')}
        </h2>
        <label htmlFor={`${id}-people`}>{t('setup.operators')}</label>
        <Input.TextArea
          id={`${id}-people`}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={people}
          onChange={(event) => setPeople(event.target.value)}
        />
        <p className="desk-quiet">
          {t('setup.operatorsHint')} · {t('ui.people', { count: namesIn(people).length })}
        </p>
      </section>
      <section className="desk-setup-part" aria-label={t('protection.step')}>
        <h2>
          {layout ? 5 : 4} · {t('protection.step')}
        </h2>
        <p>{t(keyring ? 'protection.withKeyring' : 'protection.withoutKeyring')}</p>
        <PassphraseFields typed={passphrase} optional={keyring} tried={tried} onChange={setPassphrase} />
      </section>
      <div className="desk-dialog-acts">
        <Button size="large" onClick={onBack}>
          {t('ui.back')}
        </Button>
        <Button size="large" type="primary" htmlType="submit" disabled={!layout}>
          {t('protection.next')}
        </Button>
      </div>
    </form>
  );
}
