import { type ReactNode, useId } from 'react';

/** A field with its label above it. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="desk-form-label">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
