import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutSummary } from '#shared/contract/setup.ts';
import { call, type Refused, useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { RefusedNotice } from '../ui/notices.tsx';

export interface ChosenLayout {
  summary: LayoutSummary;
  /** The text of the hospital's own file; null for one that comes with the program. */
  json: string | null;
}

interface Props {
  chosen: ChosenLayout | null;
  onChoose(layout: ChosenLayout): void;
}

const nameOf = ({ name }: LayoutSummary) => (language() === 'en' ? name.en : name.zh);

/** The layouts that come along, each with its zones as bars, or a file of one's own. */
export function LayoutChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { data: given = [], refused: unread } = useWard('setup.layouts', {});
  const [own, setOwn] = useState<ChosenLayout | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const first = given[0];
  useEffect(() => {
    if (!chosen && first) onChoose({ summary: first, json: null });
  }, [chosen, first, onChoose]);

  const read = async (picked: File | undefined) => {
    if (!picked) return;
    const json = await picked.text();
    const answer = await call('setup.readLayout', { json });
    if (!answer.ok) return setRefused(answer);
    setRefused(null);
    const layout = { summary: answer.value, json };
    setOwn(layout);
    onChoose(layout);
  };
  const layouts = [...given.map((summary) => ({ summary, json: null })), ...(own ? [own] : [])];
  return (
    <>
      <div className="desk-layouts" role="radiogroup" aria-label={t('setup.layout')}>
        {layouts.map((layout) => (
          <Layout
            key={`${layout.summary.id}${layout.json === null}`}
            layout={layout}
            isChosen={chosen?.summary === layout.summary}
            onChoose={() => onChoose(layout)}
          />
        ))}
      </div>
      <RefusedNotice refused={unread ?? refused} />
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('setup.ownLayout')}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button type="link" style={{ marginTop: 8 }} onClick={() => file.current?.click()}>
        {own ? t('setup.ownLayoutRead', { name: nameOf(own.summary) }) : t('setup.ownLayout')}
      </Button>
    </>
  );
}

interface LayoutProps {
  layout: ChosenLayout;
  isChosen: boolean;
  onChoose(): void;
}

function Layout({ layout: { summary }, isChosen, onChoose }: LayoutProps) {
  const { t } = useTranslation();
  const units = summary.zones.reduce((sum, zone) => sum + zone.units, 0);
  return (
    <label className="desk-layout">
      <input type="radio" name="layout" checked={isChosen} onChange={onChoose} />
      <strong>{nameOf(summary)}</strong>
      <span className="desk-quiet">
        {t('setup.bedsOf', { beds: summary.beds, zones: summary.zones.length, units })}
      </span>
      <span className="desk-layout-bars" aria-hidden>
        {summary.zones.map((zone) => (
          <span key={zone.code} style={{ flexGrow: zone.beds }}>
            {zone.code}
          </span>
        ))}
      </span>
    </label>
  );
}
