import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { RosterId } from '#shared/contract/values.ts';
import { hrefOf } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { STEPS, type Step } from './roster-steps.ts';

interface Props {
  rosterId: RosterId | null;
  step: Step;
  /** Steps that there is nothing to do in yet. */
  closed?: readonly Step[];
}

const addressOf = (rosterId: RosterId | null, step: Step): string =>
  step === 'file' ? hrefOf('roster') : hrefOf('roster', rosterId, { step });

/** Where one is on the way of a roster. Every step that is open can be gone back to. */
export function Stepper({ rosterId, step, closed = [] }: Props) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(step);
  const isOpen = (one: Step) => one === 'file' || (rosterId !== null && !closed.includes(one));
  useKeys(
    t('roster.title'),
    STEPS.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      does: t(`roster.steps.${one}`),
      run: () => {
        location.hash = addressOf(rosterId, one);
      },
      when: isOpen(one) && one !== step,
    })),
  );
  return (
    <nav aria-label={t('roster.stepsLabel')}>
      <ol className="desk-steps">
        {STEPS.map((one, index) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {rosterId !== null && isOpen(one) && one !== step ? (
              <a href={addressOf(rosterId, one)}>
                <Words index={index} step={one} past={index < at} />
              </a>
            ) : (
              <span>
                <Words index={index} step={one} past={index < at} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Words({ index, step, past }: { index: number; step: Step; past: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="desk-step-number" aria-hidden>
        {past ? <CheckOutlined /> : index + 1}
      </span>
      {t(`roster.steps.${step}`)}
    </>
  );
}
