// The parts of docs/evaluation.md that rest on generated workplaces.
import type { EvaluatedPart } from '../part.ts';
import { type WorkplaceFigures, workplaceFigures } from './score.ts';
import type { WorkplaceFlag } from './world.ts';

/** Nobody looked at what these come out as before the flags were finished; faults were looked for on 101 to 106, 201 to 204 and 301 to 328. */
const FIGURES = [7001, 7013, 7019];

let known: Promise<Map<WorkplaceFlag, WorkplaceFigures>> | undefined;
const figures = () => {
  known ??= workplaceFigures(FIGURES);
  return known;
};
const share = (part: number, all: number) => (part / all).toFixed(3);

/** All flags that ask logs, on workplaces that were written before anybody had read them. */
export async function workplace(): Promise<EvaluatedPart> {
  const rows = [...(await figures())].map(([id, { of, found, others, flagged, wrong }]) => {
    const kinds = [...wrong].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind}: ${count}`);
    return `| \`${id}\` | ${found} of ${of} (${share(found, of)}) | ${flagged} of ${others} (${share(flagged, others)}) | ${kinds.slice(0, 4).join('; ')} |`;
  });
  const markdown = [
    'Workplaces of 500 ordinary people with their clients and shops, and ten cases of each flag, drawn from a seed. They were written from the task and the',
    'guidance alone, before their writer had read the flags; faults were then looked for on seeds 101 to 106, 201 to 204 and 301 to 328, and these figures are of 7001, 7013 and 7019. A person',
    'counts as flagged where a flag asks for attention on any of their accounts; of others, those for whom another flag is planted are left out. Still generated: a real log has more.',
    '',
    '| flag | planted, found | others, flagged | who, above all |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
  return { title: 'Logs of a workplace written beforehand', markdown };
}

/** The part about `idle-charges`, which is measured here only. */
export async function evaluateIdle(): Promise<EvaluatedPart> {
  const { of, found, others, flagged, strengths } = (await figures()).get('idle-charges') as WorkplaceFigures;
  const markdown = [
    `Of ${of} people who are charged for without a word ${found} are found (${share(found, of)}); of ${others} others ${flagged} are flagged (${share(flagged, others)}).`,
    'Among these are people who talk seldom, elsewhere or not at all on the marketplace, whose messages were not opened since, whose last hours come late.',
    '',
    ...strengths.table(),
  ].join('\n');
  return { title: 'idle-charges', markdown };
}
