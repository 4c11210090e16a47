import { rosterId } from '#shared/contract/values.ts';
import { useRoute } from '../route.ts';
import { FileStep } from './file-step.tsx';
import { RosterPage } from './roster-page.tsx';
import './roster.css';

/** A bus load, from the district's file to the beds. `#/roster/<rosterId>?step=rows`. */
export default function RosterScreen() {
  const { open, query } = useRoute();
  const roster = rosterId.safeParse(open);
  if (!roster.success) return <FileStep />;
  return (
    <RosterPage
      key={roster.data}
      rosterId={roster.data}
      step={query.get('step')}
      known={query.get('known') === '1'}
    />
  );
}
