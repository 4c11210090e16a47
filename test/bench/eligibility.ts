import { randomFrom } from '#main/demo/random.ts';
import { judge } from '#main/eligibility/eligibility-rules.ts';
import type { Judgement, ReleaseFacts, SampleFacts } from '#main/eligibility/eligibility-types.ts';
import { shippedProtocols } from '#main/protocols/shipped-protocols.ts';
import { addMinutes, type Instant, type LocalDate, millisOf } from '#shared/rules/instant.ts';
import { ZONE } from '../fixtures/ward.ts';
import { noTimes, type Part, timed } from './figures.ts';

const PATIENTS = 1200;
const SAMPLES = 10;
const RUNS = 25;
const ARRIVED = '2022-04-04T04:00:00.000Z' as Instant;
const AT = '2022-04-15T04:00:00.000Z' as Instant;

/** Everybody in a full ward judged by their tests, against nothing but sorting the samples and comparing times. */
export async function measureEligibility(): Promise<Part> {
  const ward = madeUpFacts();
  const [ninth, feverFree] = shippedProtocols();
  if (!ninth || !feverFree) throw new Error('no protocols');
  const lines = { all: noTimes(), strict: noTimes(), one: noTimes() };
  const plain = { all: noTimes(), one: noTimes() };
  let eligible = 0;
  for (let run = 0; run < RUNS; run++) {
    const judged = await timed(lines.all, () =>
      ward.map((facts) => explained(judge(facts, ninth, AT, ZONE))),
    );
    eligible = judged.filter(({ verdict }) => verdict === 'eligible').length;
    await timed(lines.strict, () => ward.map((facts) => explained(judge(facts, feverFree, AT, ZONE))));
    await timed(plain.all, () => ward.filter(plainly));
    const one = ward[run * 7];
    if (!one) continue;
    await timed(lines.one, () => explained(judge(one, ninth, AT, ZONE)));
    await timed(plain.one, () => plainly(one));
  }
  return {
    about: `who may leave, of ${PATIENTS} patients with ${SAMPLES} samples each, with every reason in words; against sorting the samples and comparing times, without a reason`,
    figures: [
      { what: `${PATIENTS} patients`, ours: lines.all, reference: plain.all, aim: 'under 50 ms' },
      { what: '  with fever and symptoms', ours: lines.strict, reference: plain.all, aim: 'under 50 ms' },
      { what: 'one patient', ours: lines.one, reference: plain.one, aim: 'under 1 ms' },
    ],
    notes: [`of ${PATIENTS} patients ${eligible} were eligible by the ninth edition`],
  };
}

/** The sentences are put together when they are read, as the list for a screen reads them. */
const explained = ({ verdict, next, rules }: Judgement) => ({
  verdict,
  next: next.sentence.zh,
  rules: rules.map(({ saw, sentence }) => saw.zh + sentence.zh),
});

function plainly({ samples }: ReleaseFacts): boolean {
  const sorted = [...samples].sort((a, b) => (a.sampledAt < b.sampledAt ? -1 : 1));
  const positive = sorted.findLastIndex(({ orf, n }) => (orf.ct ?? 40) < 35 || (n.ct ?? 40) < 35);
  const [first, last] = [sorted[positive + 1], sorted.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    millisOf(last.sampledAt) - millisOf(first.sampledAt) >= 24 * 3_600_000
  );
}

function madeUpFacts(): ReleaseFacts[] {
  const random = randomFrom(2022);
  return Array.from({ length: PATIENTS }, (_, patient) => {
    const turns = random.int(2, SAMPLES);
    const samples = Array.from({ length: SAMPLES }, (_sample, i): SampleFacts => {
      const ct = i < turns ? random.int(200, 349) / 10 : random.int(350, 400) / 10;
      return {
        barcode: `B${patient}-${i}`,
        sampledAt: addMinutes(ARRIVED, 24 * 60 * i + random.int(0, 180)),
        reportedAt: null,
        pooled: false,
        outcome: ct < 35 ? 'positive' : 'negative',
        orf: { reading: 'ct', ct },
        n: i % 3 === 0 ? { reading: 'not-detected', ct: null } : { reading: 'ct', ct: ct + 1 },
      };
    });
    return {
      ...{
        arrivedAt: ARRIVED,
        classification: 'mild',
        firstPositiveDate: '2022-04-03' as LocalDate,
        samples,
      },
      temperatures: Array.from({ length: 20 }, (_t, i) => ({
        at: addMinutes(ARRIVED, 720 * i + random.int(0, 60)),
        celsius: random.int(362, 378) / 10,
      })),
      lastSymptoms: { at: addMinutes(AT, -300), none: random.int(0, 1) === 1, better: true },
      ...{ severeSince: null, referred: false },
    } as const;
  });
}
