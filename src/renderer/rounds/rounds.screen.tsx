import { useRoute } from '../route.ts';
import { RoundPage } from './round-page.tsx';
import { UnitChoice } from './unit-choice.tsx';
import './rounds.css';

/** A round: choose a care unit, then bed by bed. `#/rounds/<care unit>|waiting?stay=<id>`. */
export default function RoundsScreen() {
  const { open } = useRoute();
  return open === null ? <UnitChoice /> : <RoundPage key={open} of={open} />;
}
