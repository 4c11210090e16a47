import { CheckCircleFilled, ExclamationCircleFilled, InboxOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Refused } from '../client.ts';
import { GlassButton } from '../people/not-allowed.tsx';
import { useRefusedSentence } from './refusal.ts';
import './pieces.css';

/** What is wrong, at the field it is about. Give the field `aria-describedby={id}`. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="desk-field-error" role="alert" id={id}>
      <ExclamationCircleFilled aria-hidden />
      <span>{children}</span>
    </div>
  );
}

const ICONS = {
  bad: <ExclamationCircleFilled style={{ color: 'var(--desk-danger)', marginTop: 4 }} />,
  warn: <WarningFilled style={{ color: 'var(--desk-warn)', marginTop: 4 }} />,
  good: <CheckCircleFilled style={{ color: 'var(--desk-good)', marginTop: 4 }} />,
};

interface NoticeProps {
  tone?: keyof typeof ICONS;
  children: ReactNode;
}

/** A few lines that stay until they are no longer true. */
export function Notice({ tone = 'bad', children }: NoticeProps) {
  return (
    <div className="desk-notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {ICONS[tone]}
      <div>{children}</div>
    </div>
  );
}

/** A refusal or a defect, said in full. Nothing where there is none. */
export function RefusedNotice({ refused }: { refused: Refused | null }) {
  const say = useRefusedSentence();
  if (!refused) return null;
  return (
    <Notice>
      {say(refused)} <GlassButton refused={refused} />
    </Notice>
  );
}

interface EmptyProps {
  title: string;
  hint?: string | undefined;
  icon?: ReactNode;
  /** What to do first: buttons or links. */
  children?: ReactNode;
}

/** Nothing here yet: says what it is for and what to do first. */
export function EmptyState({ title, hint, icon, children }: EmptyProps) {
  return (
    <div className="desk-empty">
      <div className="desk-empty-icon" aria-hidden>
        {icon ?? <InboxOutlined />}
      </div>
      <h2>{title}</h2>
      {hint && <p className="desk-quiet">{hint}</p>}
      {children && <div className="desk-empty-acts">{children}</div>}
    </div>
  );
}
