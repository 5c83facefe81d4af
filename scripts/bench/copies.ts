// What one more copy of a template costs: a text made from it is compared with everything seen, where 1, 100 or 10,000
// other accounts have used the template, among 20,000 strangers' texts. In processor time, which says the same on a busy machine.
import { TemplateMatcher } from '../../lib/text/template-matcher.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { Writer } from '../evaluate/letters.ts';
import { random } from '../evaluate/random.ts';
import { copiesOf } from './bid-sets.ts';

const STRANGERS = 20_000;
const COPIES = [1, 100, 10_000];
const ASKED = 60;

export async function copies(): Promise<{ title: string; markdown: string }> {
  const lines = ['| other accounts with the template | one comparison | × one copy |', '|---|---|---|'];
  let first = 0;
  for (const count of COPIES) {
    const copy = copiesOf(count);
    const writer = new Writer('english', random(5));
    const texts = Array.from({ length: STRANGERS }, () => writer.join(Array.from({ length: 10 }, () => writer.own())));
    texts.push(...Array.from({ length: count }, copy));
    const index = new TextIndex();
    texts.forEach((text, n) => {
      index.add(n, `bench:${n}`, text);
    });
    // As many accounts ask as there are rounds, each with a copy of its own.
    const asking = texts.length;
    for (let i = 0; i < ASKED; i++) texts.push(copy());
    const times = Array.from({ length: ASKED }, (_, i) => {
      const n = asking + i;
      const start = process.cpuUsage();
      const matcher = new TemplateMatcher(index, (at) => {
        const text = texts[at];
        return text === undefined
          ? undefined
          : { n: at, account: `bench:${at}`, text, project: `${at}`, post: undefined, isPostWhole: false };
      });
      matcher.matchesOf(n);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    });
    const middle = times.sort((a, b) => a - b)[ASKED >> 1] as number;
    if (first === 0) first = middle;
    lines.push(`| ${count.toLocaleString('en')} | ${middle.toFixed(2)} ms | ${(middle / first).toFixed(1)} |`);
  }
  return { title: 'Copies of one template', markdown: `${lines.join('\n')}\n` };
}
