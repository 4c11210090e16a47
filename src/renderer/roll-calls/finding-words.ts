import { useTranslation } from 'react-i18next';
import type { RollCallFinding } from '#shared/contract/roll-call-findings.ts';

/** A finding in one sentence. */
export function useFindingWords(): (finding: RollCallFinding) => string {
  const { t } = useTranslation();
  return ({ kind, concerned: [first, second], name: stranger }) => {
    const name = first?.person?.name ?? stranger;
    const bed = first?.bed.code ?? '';
    switch (kind) {
      case 'ghost':
        return t('rollCalls.findings.ghost', { name, bed });
      case 'swap':
        return t('rollCalls.findings.swap', {
          ...{ name, bed },
          ...{ other: second?.person?.name ?? '', otherBed: second?.bed.code ?? '' },
        });
      case 'misplaced': {
        const registered = first?.registered?.code ?? t('rollCalls.findings.noBed');
        return t('rollCalls.findings.misplaced', { name, bed, registered });
      }
      case 'stranger':
        return t('rollCalls.findings.stranger', { name, bed });
    }
  };
}
