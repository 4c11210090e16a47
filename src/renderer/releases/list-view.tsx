import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fill } from '#shared/messages/fill.ts';
import { language } from '../i18n/index.ts';
import { DateField } from '../ui/date-field.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { Candidates } from './candidates.tsx';
import { ListSide } from './list-side.tsx';
import { Members } from './members.tsx';
import { useListDay, useReleaseList } from './use-release-list.ts';
import './releases.css';

const MODES = ['members', 'candidates'] as const;
type Mode = (typeof MODES)[number];

/** Who leaves tomorrow: the list and who could be added to it on the left, buses and signatures on the right. */
export function ReleaseListView() {
  const { t } = useTranslation();
  const { day, today, tomorrow, setDay } = useListDay();
  const release = useReleaseList(day);
  const { list, members } = release;
  const [mode, setMode] = useState<Mode>('members');
  const [candidates, setCandidates] = useState<number | null>(null);
  useKeys(t('releases.title'), [
    {
      keys: 'P',
      does: t('releases.keys.propose'),
      run: () => setMode(mode === 'members' ? 'candidates' : 'members'),
    },
  ]);
  const words: Record<Mode, string> = {
    members: t('releases.modes.members', { people: list ? members.length : '–' }),
    // Counted only while they are looked at: the number of before is wrong once some were added.
    candidates: t('releases.modes.candidates', {
      people: (mode === 'candidates' ? candidates : null) ?? '',
    }).trim(),
  };
  return (
    <div className="desk-release">
      <div className="desk-release-list">
        <div className="desk-release-head">
          <label htmlFor="release-day">{t('releases.day')}</label>
          <span className="desk-release-day">
            <DateField id="release-day" value={day} onChange={setDay} />
          </span>
          <Button className="desk-release-quick" aria-pressed={day === today} onClick={() => setDay(today)}>
            {t('releases.today')}
          </Button>
          <Button
            className="desk-release-quick"
            aria-pressed={day === tomorrow}
            onClick={() => setDay(tomorrow)}
          >
            {t('releases.tomorrow')}
          </Button>
          <Segmented<Mode>
            aria-label={t('releases.modes.label')}
            value={mode}
            onChange={setMode}
            options={MODES.map((one) => ({
              value: one,
              label: (
                <span>
                  {words[one]} {one !== mode && <kbd aria-hidden>P</kbd>}
                </span>
              ),
            }))}
          />
          {list && (
            <span className="desk-release-state" data-state={list.state} role="status">
              <strong>{t(`releases.states.${list.state}`)}</strong>
              <span className="desk-quiet">
                {t('releases.protocol', {
                  name: fill(list.protocol.name, language()),
                  version: list.protocol.version,
                })}
              </span>
            </span>
          )}
        </div>
        <RefusedNotice refused={release.refused} />
        {mode === 'members' ? (
          <Members release={release} day={day} onPropose={() => setMode('candidates')} />
        ) : (
          <Candidates
            release={release}
            day={day}
            onCount={setCandidates}
            onAdded={() => setMode('members')}
          />
        )}
      </div>
      <ListSide release={release} day={day} />
    </div>
  );
}
