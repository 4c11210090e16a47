import { Button, Segmented, Switch } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { go, narrow, useRoute } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { alertColumns } from './alert-columns.tsx';
import './alerts.css';

const ASK_AGAIN_MS = 60_000;
const rowId = ({ stayId, kind, since }: Alert) => `${stayId} ${kind} ${since}`;

/** Everything that somebody must know of, worst first; A acknowledges, Enter opens the patient. */
export default function AlertsScreen() {
  const { t, i18n } = useTranslation();
  const { timeZone: zone } = useHospital();
  const now = useNow(60_000);
  const { query } = useRoute();
  const team = TEAMS.find((one) => one === query.get('team'));
  const withTaken = query.get('taken') === 'yes';
  const { data, refused, refetch } = useWard('alerts.open', team ? { team } : {}, { keep: true });
  useEffect(() => {
    const timer = setInterval(refetch, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  const rows = useMemo(
    () => data?.alerts.filter(({ acknowledged }) => withTaken || acknowledged === null),
    [data, withTaken],
  );
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const columns = useMemo(() => alertColumns({ t, zone, now, language }), [t, zone, now, language]);
  const grid = useRef<WardGridHandle<Alert>>(null);
  const [taking, setTaking] = useState<readonly Alert[]>([]);
  const [chosen, setChosen] = useState<readonly Alert[]>([]);
  const [at, setAt] = useState<Alert | null>(null);
  const ids = useMemo(() => new Set(rows?.map(rowId)), [rows]);
  /** The rows with a tick, else the one where the keyboard stands; what has gone meanwhile is left out. */
  const meant = (chosen.length > 0 ? chosen : at ? [at] : []).filter(
    (one) => one.acknowledged === null && ids.has(rowId(one)),
  );
  const open = ({ stayId }: Alert) => go('patients', stayId, { view: 'rounds' });
  useKeys(t('alerts.title'), [
    { keys: 'A', does: t('alerts.keys.acknowledge'), run: () => setTaking(meant), when: meant.length > 0 },
  ]);
  const switchId = useId();
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('alerts.title')}</h1>
        <Segmented<Team | 'all'>
          aria-label={t('alerts.team')}
          value={team ?? 'all'}
          options={[
            { value: 'all', label: t('alerts.allTeams') },
            ...TEAMS.map((value) => ({ value, label: t(`vocabulary.teams.${value}`) })),
          ]}
          onChange={(value) => narrow({ team: value === 'all' ? undefined : value })}
        />
        <label htmlFor={switchId}>{t('alerts.showTaken')}</label>
        <Switch
          id={switchId}
          checked={withTaken}
          onChange={(on) => narrow({ taken: on ? 'yes' : undefined })}
        />
        <span className="desk-spread" />
        <Allowed to="alerts.acknowledge">
          <Button type="primary" disabled={meant.length === 0} onClick={() => setTaking(meant)}>
            {t('alerts.acknowledge')} <kbd>A</kbd>
          </Button>
        </Allowed>
      </div>
      <RefusedNotice refused={refused} />
      <WardGrid<Alert>
        ref={grid}
        name="alerts"
        label={t('alerts.title')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        onOpen={open}
        onChosen={setChosen}
        onAt={setAt}
        rowClassRules={{ 'desk-alert-taken': ({ data: row }) => row?.acknowledged != null }}
        empty={
          <EmptyState
            title={team ? t('alerts.emptyTeam') : t('alerts.empty')}
            hint={team ? undefined : t('alerts.emptyHint')}
          />
        }
      />
      <AcknowledgeDialog
        alerts={taking}
        onClose={() => setTaking([])}
        onDone={() => {
          setTaking([]);
          setChosen([]);
          grid.current?.clearSelection();
          // The row is gone: the keyboard goes to what is worst now.
          takeKeyboardNext(() => grid.current?.focus());
        }}
      />
    </div>
  );
}
