import type { RowClassRules } from 'ag-grid-community';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActId } from '#shared/contract/values.ts';
import type { Right } from '#shared/rules/rights.ts';
import { AuditView } from '../audit/audit-view.tsx';
import { hasRight, useSession } from '../people/session.ts';
import { narrow, useRoute } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { actColumns } from './act-columns.tsx';
import { ActDialog } from './act-dialog.tsx';
import { type ActRow, useActs } from './use-acts.ts';
import './acts.css';

const UNDONE: RowClassRules<ActRow> = { 'desk-row-undone': ({ data }) => data?.undoneBy != null };

const VIEWS = ['acts', 'audit'] as const;
type View = (typeof VIEWS)[number];

/** Whoever may see only one of them is shown that one. */
const NEEDS: Record<View, Right> = { acts: 'patients.read', audit: 'audit.read' };

/** What was done here: the acts, which can be taken back, and beside them the audit trail, which cannot be altered. */
export default function ActsScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const now = useSession();
  const views = VIEWS.filter((one) => hasRight(now, NEEDS[one]));
  const view = views.find((one) => one === query.get('view')) ?? views[0] ?? 'acts';
  const words = { acts: t('audit.views.acts'), audit: t('audit.views.audit') };
  const show = (next: View) => narrow({ view: next === 'acts' ? undefined : next });
  return (
    <div className="desk-page desk-acts">
      <div className="desk-page-head">
        <h1>{t(view === 'acts' ? 'history.heading' : 'audit.heading')}</h1>
        <ViewSwitch
          page={t('frame.pages.acts')}
          label={t('audit.viewsLabel')}
          views={views}
          words={words}
          shown={view}
          onShow={show}
        />
        <span className="desk-quiet">{t(view === 'acts' ? 'history.hint' : 'audit.hint')}</span>
      </div>
      {view === 'acts' ? <ActsView /> : <AuditView />}
    </div>
  );
}

/** Who did what, when it happened and when it was written down; every act can be taken back from here. */
function ActsView() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const grid = useRef<WardGridHandle<ActRow>>(null);
  const { rows, refused, more, asking, showMore } = useActs();
  const [open, setOpen] = useState<ActId | null>(null);
  const columns = useMemo(() => actColumns(t, timeZone, ({ actId }) => setOpen(actId)), [t, timeZone]);
  const show = () => setOpen(grid.current?.current()?.actId ?? null);
  useKeys(t('frame.pages.acts'), [
    { keys: 'U', does: t('history.undo'), run: show },
    // The grid itself takes Enter (onOpen); it stands here to be told of.
    { keys: 'Enter', does: t('history.show'), run: show, when: false },
    { keys: 'M', does: t('history.more'), run: showMore, when: more && !asking },
  ]);
  return (
    <>
      <RefusedNotice refused={refused} />
      <WardGrid<ActRow>
        name="acts"
        label={t('history.heading')}
        ref={grid}
        rows={rows}
        columns={columns}
        rowId={(row) => row.actId}
        rowClassRules={UNDONE}
        onOpen={(row) => setOpen(row.actId)}
        plain
        tools={
          <Button disabled={!more} loading={asking} onClick={showMore}>
            {t(more ? 'history.more' : 'history.all')} {more && <kbd>M</kbd>}
          </Button>
        }
        empty={<EmptyState title={t('history.nothing')} hint={t('history.nothingHint')} />}
      />
      <ActDialog act={rows?.find(({ actId }) => actId === open) ?? null} onClose={() => setOpen(null)} />
    </>
  );
}
