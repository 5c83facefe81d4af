// Whether two names can be one person's: across order, capitals, accents, transliterations, initials, shortened forms,
// slips, a new family name or a new first one. Only names that have nothing in common are two; where a name is a
// firm's, a single word or in another script, nothing can be said, and they may be one.
import { foldLetters, mayBeOneWord, shareAScript } from './spelling.ts';
import { inLatin, soundOf } from './transliteration.ts';

/** Longest name that is looked at, and how many of its words. */
const MAX_NAME = 200;
const MAX_PARTS = 8;

/** Words of which a name is a firm's, a team's or a trade's and no person's. */
const firmWords = new Set(
  (
    'studio studios agency agencia agence agentur team equipo equipe group grupo groupe gruppe company co inc llc ltd ' +
    'gmbh limited corp labs lab digital media design designs designer solutions soluciones solucoes technologies tech ' +
    'technology software soft dev devs developer developers web websites it systems services servicios consulting ' +
    'consultants creative creatives works workshop house factory collective partners associates bureau freelancer ' +
    'freelancers user member client account expert experts pro official студия агентство команда компания группа ооо ' +
    'студія агенція компанія група тов веб дизайн'
  ).split(' '),
);

/** Small words within names, which strangers share. */
const particles = new Set(
  'de da do dos das di du del della des la le les el al van von der den ter ten zu bin bint ibn abu y e i of mc st'.split(
    ' ',
  ),
);
/** Titles before a name. */
const titles = new Set('mr mrs ms miss dr prof ing eng sir md phd mba sr sra srta dona don herr frau'.split(' '));

/** The words of a name, folded; undefined where it is hardly a person's or has one word only. */
function partsOf(name: string): string[] | undefined {
  const said = foldLetters(name.slice(0, MAX_NAME)).split(/[|•·([{<:]|\s[-–—]\s|,\s(?=.*,)/u, 1)[0] ?? '';
  if (/[\d_@]/.test(said)) return undefined;
  const words = said.match(/\p{L}[\p{L}'’`]*/gu) ?? [];
  const all = words.map((word) => word.replace(/['’`]/g, '')).filter((word) => word !== '' && !titles.has(word));
  if (all.some((word) => firmWords.has(word))) return undefined;
  const parts = all.filter((word) => !particles.has(word));
  const kept = parts.length >= 2 ? parts : all;
  return kept.length >= 2 ? kept.slice(0, MAX_PARTS) : undefined;
}

/** True when both names can be one person's, as far as their words go. */
export function mayBeOneName(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  if (!x || !y || !shareAScript(a, b)) return true;
  return x.some((part) => y.some((other) => isAlike(part, other)));
}

/**
 * True when two names surely can be one person's and hardly two people's: every word of the shorter one stands in the
 * longer one too, in whatever order, one of them written out.
 */
export function isOneName(a: string, b: string): boolean {
  const isAcross = !shareAScript(a, b);
  const plain = (name: string) => partsOf((isAcross ? inLatin(name) : name).replace(/(?<=\p{L})-(?=\p{Ll})/gu, ''));
  const [x, y] = [plain(a), plain(b)];
  if (!x || !y) return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  const left = [...long];
  let isWritten = false;
  for (const part of short) {
    const at = left.findIndex(
      (other) => isAlike(part, other) || isBeginning(part, other) || (isAcross && isHeardAs(part, other)),
    );
    if (at < 0) return false;
    isWritten ||= part.length > 1 && (left[at] as string).length > 1;
    left.splice(at, 1);
  }
  return isWritten;
}

/** Legal forms: who writes one after a name means a firm, whatever else stands there. */
const legalForms =
  /(?:^|[\s,])(?:ltd|limited|llc|inc|gmbh|corp|s\.?r\.?l|s\.?a\.?r\.?l|s\.?l|b\.?v|plc|pty|oy|ab|a\/s|ооо|тов)\.?(?=$|[\s,.])/iu;

/** True when a line, such as a payment's reference, names a firm by its legal form. */
export function namesFirm(line: string): boolean {
  return legalForms.test(line.slice(0, MAX_NAME));
}

/** "Ju" for Júlia. */
function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > 1 && (a.startsWith(b) || b.startsWith(a));
}

function isHeardAs(a: string, b: string): boolean {
  const sound = soundOf(a);
  return sound.length > 1 && sound === soundOf(b);
}

/** The words of a name that somebody may be called by, folded; the first ones first. None of a firm's. */
export function namesIn(name: string): string[] {
  const words = partsOf(name) ?? [foldLetters(name.slice(0, MAX_NAME)).trim()];
  return words.filter((word) => word.length > 2 && /^\p{L}+$/u.test(word));
}

function isAlike(a: string, b: string): boolean {
  const isInitial = a.length === 1 || b.length === 1;
  return isInitial ? a[0] === b[0] : mayBeOneWord(a, b);
}
