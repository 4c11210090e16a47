import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { Refusal } from '../ipc/refusal.ts';
import { releaseDay } from './certificate-rules.ts';
import type { Expected } from './release-checks.ts';
import type { Subject } from './subjects.ts';

/** What decides whether somebody can have a paper. */
export interface PaperCase {
  subject: Subject;
  leftOn: LocalDate | null;
  /** Left by a signed list, eligible by the basis that was kept. */
  checked: boolean;
  expected: Expected | null;
  referred: boolean;
  /** Barcodes whose labels could be printed. */
  labels: number;
}

/** Why this paper cannot be printed now; null where it can. */
export function whyNotPrinted(
  kind: PaperKind,
  { subject, leftOn, checked, expected, referred, labels }: PaperCase,
): Refusal | null {
  const { name, stayId, way } = subject;
  const refuse = (...[code]: ConstructorParameters<typeof Refusal>) => new Refusal(code, { name, stayId });
  const here = leftOn === null;
  switch (kind) {
    case 'certificate': {
      if (here && expected?.off)
        return new Refusal('off-the-list', {
          name,
          stayId,
          'why.zh': expected.off.zh,
          'why.en': expected.off.en,
        });
      const day = releaseDay({ stay: { leftOn, way, checked }, signedFor: expected?.day ?? null });
      return day === null ? refuse('certificate-not-due') : null;
    }
    case 'discharge-summary':
      return here && !(expected && !expected.off) ? refuse('summary-not-due') : null;
    case 'referral-summary':
      return referred ? null : refuse('paper-no-referral');
    case 'sample-label':
      return labels > 0 ? null : refuse('paper-no-label');
    case 'wristband':
      return here ? null : refuse('not-in-house');
    case 'bed-card':
      if (!here) return refuse('not-in-house');
      return subject.bed ? null : refuse('has-no-bed');
  }
}
