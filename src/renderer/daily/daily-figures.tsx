import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DailyBody } from '#shared/contract/daily-body.ts';
import { FLOW_FIGURES } from '#shared/contract/figures.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { CLASSIFICATIONS } from '#shared/contract/vocabulary.ts';
import { AccountsTable } from '../accounts/accounts-table.tsx';
import { narrow } from '../route.ts';
import { DailyRestated } from './daily-restated.tsx';

export type DailyReport = OutputOf<'daily.show'>;

/** What a card shows: its word, the path of its figure in the body, the number, and what stands under it. */
interface Card {
  word: string;
  path: string;
  value: number;
  under?: string;
}

/** The figures as cards, zones and districts as tables; what was signed otherwise stands beside each. */
export function DailyFigures({ report }: { report: DailyReport }) {
  const { t } = useTranslation();
  const { body, standing } = report;
  const restated = new Map(report.restated.map((figure) => [figure.path, figure]));
  return (
    <div className="desk-daily-figures">
      <ul className="desk-daily-cards">
        {cardsOf(body, t).map((card) => (
          <li key={card.path}>
            <span className="desk-quiet">{card.word}</span>
            <strong>{card.value}</strong>
            <Was figure={restated.get(card.path)} word={card.word} />
            {card.under && <small>{card.under}</small>}
          </li>
        ))}
      </ul>
      <DailyRestated report={report} />
      <h3>{t('daily.places')}</h3>
      <AccountsTable
        reported={flowOf(standing ?? body)}
        now={flowOf(body)}
        chosen={{ place: null, figure: null }}
        onOpen={(place, figure) =>
          narrow({ view: 'accounts', from: body.from, to: body.cutOff, period: undefined, place, figure })
        }
      />
      <h3>{t('daily.districts')}</h3>
      <table className="desk-accounts-table desk-daily-districts">
        <thead>
          <tr>
            <th scope="col">{t('daily.district')}</th>
            <th scope="col">{t('daily.figures.admitted')}</th>
            <th scope="col">{t('daily.figures.left')}</th>
            <th scope="col">{t('daily.figures.inHouse')}</th>
          </tr>
        </thead>
        <tbody>
          {districtsOf(report).map(({ district, ...numbers }) => (
            <tr key={district}>
              <th scope="row">{district || t('daily.noDistrict')}</th>
              {(['admitted', 'left', 'inHouse'] as const).map((figure) => (
                <td key={figure}>
                  <Was
                    figure={restated.get(`districts.${district}.${figure}`)}
                    word={t(`daily.figures.${figure}`)}
                  />{' '}
                  <strong>{numbers[figure]}</strong>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Those of now, and those that only the signed report has: there nobody is any more. */
function districtsOf({ body, standing }: DailyReport): DailyBody['districts'] {
  const now = new Set(body.districts.map(({ district }) => district));
  const gone = (standing?.districts ?? []).filter(({ district }) => !now.has(district));
  return [...body.districts, ...gone.map(({ district }) => ({ district, admitted: 0, left: 0, inHouse: 0 }))];
}

function Was({ figure, word }: { figure: DailyReport['restated'][number] | undefined; word: string }) {
  const { t } = useTranslation();
  if (!figure) return null;
  const { signed, now } = figure;
  return (
    <span className="desk-accounts-was" title={t('daily.restatedOne', { figure: word, signed, now })}>
      {t('daily.was', { signed })}
    </span>
  );
}

/** The tables of accounts take a flow; the total of a report is the sum of its places. */
function flowOf({ places, cutOff }: DailyBody) {
  const total = Object.fromEntries(
    FLOW_FIGURES.map((figure) => [figure, places.reduce((sum, place) => sum + place[figure], 0)]),
  ) as Record<(typeof FLOW_FIGURES)[number], number>;
  return { places, total, to: cutOff };
}

type Classified = DailyBody['inHouse'];

const partsText = ({ byClassification }: Classified, t: TFunction): string =>
  CLASSIFICATIONS.filter((word) => byClassification[word] > 0)
    .map((word) => `${t(`vocabulary.classifications.${word}`)} ${byClassification[word]}`)
    .join(' · ');

function cardsOf(body: DailyBody, t: TFunction): Card[] {
  const { admitted, left, beds, inHouse } = body;
  const share =
    admitted.sinceOpening.people === 0
      ? '–'
      : `${((body.recovered / admitted.sinceOpening.people) * 100).toFixed(1)} %`;
  const word = (figure: Parameters<typeof wordOf>[0]) => wordOf(figure, t);
  return [
    { word: word('inHouse'), path: 'inHouse.people', value: inHouse.people, under: partsText(inHouse, t) },
    {
      word: word('admitted'),
      path: 'admitted.inPeriod.people',
      value: admitted.inPeriod.people,
      under: partsText(admitted.inPeriod, t),
    },
    {
      word: word('admittedAll'),
      path: 'admitted.sinceOpening.people',
      value: admitted.sinceOpening.people,
      under: partsText(admitted.sinceOpening, t),
    },
    { word: word('left'), path: 'left.inPeriod.people', value: left.inPeriod.people },
    { word: word('leftAll'), path: 'left.sinceOpening.people', value: left.sinceOpening.people },
    { word: word('recovered'), path: 'recovered', value: body.recovered, under: share },
    {
      word: word('toHospital'),
      path: 'left.sinceOpening.byWay.to-hospital',
      value: left.sinceOpening.byWay['to-hospital'],
    },
    { word: word('died'), path: 'left.sinceOpening.byWay.died', value: left.sinceOpening.byWay.died },
    {
      word: word('beds'),
      path: 'beds.total',
      value: beds.total,
      under: `${word('occupied')} ${beds.occupied} · ${word('available')} ${beds.available}`,
    },
    { word: word('waiting'), path: 'waiting', value: body.waiting },
    {
      word: word('daysMoreLeft'),
      path: 'daysMoreLeft',
      value: body.daysMoreLeft,
      under: t('daily.days', { count: body.daysMoreLeft }),
    },
  ];
}

const wordOf = (
  figure:
    | 'inHouse'
    | 'waiting'
    | 'beds'
    | 'occupied'
    | 'available'
    | 'admitted'
    | 'admittedAll'
    | 'left'
    | 'leftAll'
    | 'toHospital'
    | 'died'
    | 'recovered'
    | 'daysMoreLeft',
  t: TFunction,
): string => t(`daily.figures.${figure}`);
