import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { BedCallout } from '../bed-callout.tsx';
import { Board, type BoardHandle } from '../board/board.tsx';
import type { Floor } from '../board/floor.ts';
import { bedWords } from '../board/use-words.ts';
import { useBoardMemory } from '../board-memory.ts';
import { isPossible } from '../carry/verdict.ts';
import type { useProposalBoard } from './use-proposal-board.ts';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  now: number;
  plan: ReturnType<typeof useProposalBoard>;
  board: RefObject<BoardHandle | null>;
}

/** The proposal on the plan: who is to lie where, beside what there is already. */
export function ProposalPlan({ floor, views, now, plan, board }: Props) {
  const { t } = useTranslation();
  const memory = useBoardMemory();
  const { ghosts } = plan.look;
  const proposed = (index: number) => {
    const ghost = ghosts.get(index);
    return ghost ? t('beds.proposal.for', { name: ghost.name }) : '';
  };
  const words = (index: number) => {
    const bed = floor.beds[index];
    const whose = proposed(index);
    if (!bed) return '';
    return [bedWords(bed, views[index], now, t), whose].filter((word) => word !== '').join(t('beds.comma'));
  };
  const verdict = plan.over === null ? null : plan.verdictAt(plan.over);
  return (
    <div className="desk-beds-main">
      <Board
        ref={board}
        label={t('beds.proposal.plan')}
        {...{ floor, views, now, words }}
        {...plan.props}
        memory={memory.aim}
        callout={(index) => (
          <BedCallout
            {...{ floor, views, now, index }}
            verdict={plan.verdictAt(index)}
            besides={proposed(index)}
          />
        )}
        target={
          plan.over === null ? null : { index: plan.over, good: verdict !== null && isPossible(verdict) }
        }
      />
    </div>
  );
}
