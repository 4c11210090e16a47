import { CheckCircleFilled, ScanOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Switch } from 'antd';
import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_POOL } from '#shared/contract/tests.ts';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { labelOwner, type ScannedPerson } from './scan-rules.ts';
import { type Recorded, type ScanSaid, useScanning } from './use-scanning.ts';

/** Tube and wristband, in any order; who it was stands large beneath. The cursor never leaves the box. */
export function ScanBox({ ref }: { ref?: Ref<{ focus(): void }> }) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const late = useLateEntry();
  const scanning = useScanning(() => {
    const when = late.read();
    return when.ok ? { ok: true, at: when.happenedAt } : { ok: false };
  });
  const { draft, people } = scanning;
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus() }), []);

  // The box is empty again before the answer comes: the next scan may be on its way already.
  const waiting = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(scanning.scan);
  latest.current = scanning.scan;
  const enter = () => {
    const scanned = text.trim();
    setText('');
    if (scanned === '') return;
    waiting.current = waiting.current.then(() => settled()).then(() => latest.current(scanned));
  };
  const togglePool = () => scanning.setPool(!draft.pool);
  useKeys(t('tests.views.sampling'), [
    { keys: 'Ctrl+M', does: t('tests.scan.pool'), run: togglePool },
    { keys: 'Ctrl+Enter', does: t('tests.scan.record'), run: scanning.finish, when: draft.pool },
    { keys: 'Escape', does: t('tests.scan.clear'), run: scanning.reset, inFields: true },
  ]);
  const owner = labelOwner(draft);
  return (
    <section className="desk-scan" aria-label={t('tests.scan.label')}>
      <div className="desk-scan-bar">
        <Input
          ref={box}
          autoFocus
          size="large"
          prefix={<ScanOutlined aria-hidden />}
          aria-label={t('tests.scan.label')}
          placeholder={t('tests.scan.placeholder')}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && !event.ctrlKey) enter();
          }}
        />
        <label htmlFor={id}>
          {t('tests.scan.pool')} <kbd>Ctrl+M</kbd>
        </label>
        <Switch id={id} checked={draft.pool} onChange={togglePool} />
        <LateEntryControl value={late.late} onChange={late.setLate} />
      </div>
      <div className="desk-scan-pair">
        <Half title={t('tests.scan.tube')} empty={t('tests.scan.noTube')} filled={draft.barcode !== ''}>
          <span className="desk-scan-code">{draft.barcode}</span>
          {owner && (
            <span>
              {t('tests.scan.labelOf', { name: owner.name, bed: owner.bed || t('tests.scan.noBed') })}
            </span>
          )}
        </Half>
        <Half
          title={draft.pool ? t('tests.scan.poolCount', { count: people.length }) : t('tests.scan.person')}
          empty={t('tests.scan.noPerson')}
          filled={people.length > 0}
        >
          {people.map((person) => (
            <Who key={person.stayId} person={person} />
          ))}
        </Half>
        {draft.pool && (
          <Button
            type="primary"
            size="large"
            loading={scanning.busy}
            disabled={draft.barcode === '' || people.length === 0}
            onClick={scanning.finish}
          >
            {t('tests.scan.record')} <kbd>Ctrl+Enter</kbd>
          </Button>
        )}
      </div>
      <div aria-live="polite">
        <RefusedNotice refused={scanning.failed} />
        <Said said={scanning.said} />
        {scanning.last ? (
          <Done recorded={scanning.last} />
        ) : (
          <p className="desk-quiet">
            {draft.pool ? t('tests.scan.hintPool', { limit: MAX_POOL }) : t('tests.scan.hint')}
          </p>
        )}
      </div>
    </section>
  );
}

/** One turn of the page, so that the next scan meets what the last one left behind. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

interface HalfProps {
  title: string;
  empty: string;
  filled: boolean;
  children: React.ReactNode;
}

function Half({ title, empty, filled, children }: HalfProps) {
  return (
    <div className="desk-scan-half" data-filled={filled}>
      <span className="desk-quiet">{title}</span>
      {filled ? (
        <div className="desk-scan-what">{children}</div>
      ) : (
        <span className="desk-scan-empty">{empty}</span>
      )}
    </div>
  );
}

function Who({ person }: { person: ScannedPerson }) {
  const { t } = useTranslation();
  return (
    <span className="desk-scan-who">
      <strong>{person.name}</strong> <span>{person.bed || t('tests.scan.noBed')}</span>
    </span>
  );
}

function Said({ said }: { said: ScanSaid }) {
  const { t } = useTranslation();
  if (said === null) return null;
  switch (said.what) {
    case 'unknown':
      return <Notice>{t('tests.scan.unknown', { text: said.text })}</Notice>;
    case 'twice':
      return <Notice>{t('tests.scan.twice', { name: said.name })}</Notice>;
    case 'full':
      return <Notice>{t('tests.scan.poolFull', { limit: MAX_POOL })}</Notice>;
  }
}

function Done({ recorded }: { recorded: Recorded }) {
  const { t } = useTranslation();
  return (
    <div className="desk-scan-done" role="status">
      <CheckCircleFilled aria-hidden />
      <span>{t('tests.scan.doneBig')}</span>
      {recorded.people.map((person) => (
        <Who key={person.stayId} person={person} />
      ))}
      <span className="desk-scan-code">{recorded.barcode}</span>
    </div>
  );
}
