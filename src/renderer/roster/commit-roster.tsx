import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { useAct } from '../act.ts';
import { language } from '../i18n/index.ts';
import { go } from '../route.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { LongProgress } from '../ui/long-progress.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { readyRows } from './roster-steps.ts';
import { issueText } from './row-columns.tsx';
import { inOrderOfGravity, whoIs } from './row-order.ts';

interface Props {
  open: boolean;
  view: RosterView;
  onClose(): void;
}

/** Who comes in now and who stays on the list, and then it is done. */
export function CommitRoster({ open, view, onClose }: Props) {
  const { t } = useTranslation();
  const { rosterId } = view.summary;
  const commit = useAct('rosters.commit');
  const ready = readyRows(view.rows).length;
  const close = () => {
    if (commit.busy) commit.cancel();
    commit.clear();
    onClose();
  };
  const run = async () => {
    const answer = await commit.run(
      { rosterId, language: language() },
      {
        quiet: true,
        says: (say, { stayIds }) =>
          say('roster.commit.did', { people: say('ui.people', { count: stayIds.length }) }),
      },
    );
    if (!answer.ok) return;
    onClose();
    go('roster', rosterId, { step: 'beds' });
  };
  return (
    <ConfirmConsequences
      open={open}
      danger={false}
      title={t('roster.commit.title')}
      verb={t('roster.commit.verb', { count: ready })}
      consequences={open ? consequencesOf(view, t) : []}
      busy={commit.busy}
      blocked={ready === 0}
      onGo={() => void run()}
      onCancel={close}
    >
      {commit.busy && <LongProgress progress={commit.progress} fallback={t('progress.admitting')} />}
      <RefusedNotice refused={commit.refused} />
    </ConfirmConsequences>
  );
}

/** How many come in, with a note or without; then by name who does not, and why. */
function consequencesOf(view: RosterView, t: TFunction): string[] {
  const { rows } = view;
  const having = (status: RosterRow['status']) => rows.filter((row) => row.status === status);
  const people = (count: number) => t('ui.people', { count });
  const ready = readyRows(rows).length;
  const [warned, duplicates, refused] = [having('warning'), having('duplicate'), having('refused')];
  const staying = (row: RosterRow) => {
    const [worst] = inOrderOfGravity(row.issues);
    return t('roster.commit.stays', {
      row: row.row,
      name: whoIs(row, view),
      why: worst ? issueText(worst, language()) : '',
    });
  };
  return [
    t('roster.commit.comeIn', { people: people(ready) }),
    ...(warned.length > 0 ? [t('roster.commit.warned', { people: people(warned.length) })] : []),
    ...(duplicates.length > 0 ? [t('roster.commit.duplicates', { people: people(duplicates.length) })] : []),
    ...(refused.length > 0 ? [t('roster.commit.refused', { people: people(refused.length) })] : []),
    ...refused.map(staying),
  ];
}
