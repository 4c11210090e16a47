import { ClockCircleOutlined, CloseOutlined, ExclamationCircleFilled, UserOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedState } from '#shared/contract/vocabulary.ts';
import './pieces.css';

const DROP = (
  <svg viewBox="0 0 16 16" width="1em" height="1em" fill="currentColor" aria-hidden="true">
    <path d="M8 1c2.6 3.3 4.5 5.700 4.500 8.300A4.500 4.500 0 0 1 3.500 9.300C3.500 6.700 5.400 4.300 8 1z" />
  </svg>
);

/** The second sign of each state, so that nothing is told by colour alone. */
const STATE_SIGNS: Readonly<Record<BedState, ReactNode>> = {
  available: null,
  reserved: <ClockCircleOutlined />,
  occupied: <UserOutlined />,
  awaitingDisinfection: DROP,
  outOfService: <CloseOutlined />,
};

interface Props {
  state: BedState;
  /** Left out, the word of the state; null, the mark alone (the word is then its label). */
  children?: ReactNode;
}

/** A bed's state: its ground, its sign, and its word. */
export function StateMark({ state, children }: Props) {
  const { t } = useTranslation();
  const word = t(`vocabulary.bedStates.${state}`);
  return (
    <span className="desk-state">
      <span
        className="desk-state-mark"
        data-state={state}
        {...(children === null ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}
      >
        {STATE_SIGNS[state]}
      </span>
      {children === undefined ? word : children}
    </span>
  );
}

/** Somebody to keep an eye on: red, and an exclamation mark. */
export function AlertMark({ label }: { label: string }) {
  return (
    <span role="img" aria-label={label} title={label} style={{ color: 'var(--desk-alert)' }}>
      <ExclamationCircleFilled />
    </span>
  );
}
