// Whether two names can be one school's or one firm's: in a shorter form, as an abbreviation, with another legal form,
// in another language. Only names without a word in common that means something are two.
import { foldLetters, mayBeOneWord, shareAScript } from './spelling.ts';

/** Longest name that is looked at. */
const MAX_NAME = 300;

/** Words that many schools and firms have in their names: legal forms, kinds of school, trades, small words. */
const usual = new Set(
  // Legal forms
  (
    'llc llp lp inc ltd limited plc corp corporation co company gmbh ag kg ug ev sa sas sarl sl slu srl spa sp zoo oo ' +
    'bv nv ab as oy aps pvt pte pty jsc ooo oao zao pao fop tov me ltda eireli opc sti kk gk cv tbk pt ek ohg kgaa mbh ' +
    'snc scs sasu eurl sci sia uab ou asa ky slne sapi rl mei epp doo ood eood kft zrt nyrt sdn bhd fze wll sal san tic ' +
    'ооо оао зао пао ао ип тов пп фоп прат ат ' +
    // Kinds of school and what they teach
    'university universidad universidade universite universitat universitaet uniwersytet universitesi college colegio ' +
    'institute instituto institut academy academia akademie school schools escuela escola ecole schule high secondary ' +
    'primary grammar gymnasium lyceum polytechnic politecnico polytechnique technical technological technology tecnica ' +
    'tecnologica state national nacional federal public central city faculty department bachelor master economics ' +
    'business management design arts art sciences science engineering applied medicine medical law education teachers ' +
    'training vocational open online distance университет институт академия колледж школа лицей техникум ' +
    'государственный национальный технический університет інститут академія коледж школа ліцей технікум державний ' +
    'національний технічний ' +
    // Trades
    'software systems system solutions services service technologies tech digital media group holding holdings studio ' +
    'studios agency labs lab consulting consultants partners associates global international industries enterprises ' +
    'trading trade works games books foods food travel tours logistics transport shipping telecom networks mobile ' +
    'clinic clinics hospital health healthcare care pharma medical dental bank banking finance financial insurance ' +
    'energy power water motors cars auto airlines hotels hotel restaurant bakery dairy brewery coffee tea wine print ' +
    'press publishing news films film music toys sports sport garden gardens tools paper furniture textiles fashion ' +
    'shoes construction building builders estate estates property security analytics data cloud web hosting robotics ' +
    'electronics electric marketing advertising branding creative commerce retail store stores shop shops market ' +
    'markets farm farms farming agro seeds foundation association council ministry office team freelance freelancer ' +
    'self employed selfemployed components instruments optics chemicals plastics steel mining marine boats bikes rail ' +
    // Small words
    'of the and for in at de la le el del da do dos das des du di y e et und der die das van von'
  ).split(' '),
);

interface Words {
  /** Those that tell one organisation from another. */
  own: string[];
  all: string[];
}

function wordsOf(name: string): Words {
  const said = foldLetters(name.slice(0, MAX_NAME)).replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '');
  const all = said.match(/[\p{L}\d]+/gu) ?? [];
  const own = all.filter((word) => word.length > 1 && !usual.has(word));
  const long = own.filter((word) => word.length > 2);
  return { all, own: long.length > 0 ? long : own };
}

/** True when both names can be of one school or firm. */
export function mayBeOneOrganisation(a: string, b: string): boolean {
  if (!shareAScript(a, b)) return true;
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.own.length === 0 || y.own.length === 0) return x.all.some((word) => y.all.includes(word));
  if (x.own.some((word) => y.own.some((other) => mayBeOneWord(word, other)))) return true;
  return isAbbreviated(x, y) || isAbbreviated(y, x);
}

/** What people write who have no employer, and the marketplaces: no organisation that two could have in common. */
const nobody =
  /^(?:self|self employed|selfemployed|self employment|freelance|freelancer|freelancing|freelance (?:developer|designer|writer)|independent|independiente|autonomo|por cuenta propia|own|me|myself|none|n a|na|remote|various|various clients|confidential|private|upwork|elance|odesk|elance odesk|freelancer com|fiverr|guru|guru com|workana|peopleperhour|truelancer|freelancehunt|toptal|startup|company)$/;

/** True for what somebody writes as their employer who names none. */
export function isNoEmployer(name: string): boolean {
  const words = foldLetters(name.slice(0, MAX_NAME)).match(/[\p{L}\d]+/gu) ?? [];
  return words.length === 0 || nobody.test(words.join(' '));
}

/**
 * True when two names are surely one school's or one firm's: the words that tell organisations apart are the same.
 * Marketplaces and "self-employed" are nobody's firm.
 */
export function isOneOrganisation(a: string, b: string): boolean {
  if (isNoEmployer(a) || isNoEmployer(b)) return false;
  const [x, y] = [a, b].map((name) => new Set(wordsOf(name).own)) as [Set<string>, Set<string>];
  return x.size > 0 && x.size === y.size && [...x].every((word) => y.has(word));
}

/** "MIT" for Massachusetts Institute of Technology: the first letters of its words, with the small ones or without. */
function isAbbreviated(short: Words, { all }: Words): boolean {
  const long = all.filter((word) => word.length > 3);
  const initials = [all, long].map((words) => words.map((word) => word[0]).join(''));
  return short.all.some((word) => word.length >= 2 && word.length <= 6 && initials.includes(word));
}
