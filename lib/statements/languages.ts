// Understands which languages a page lists for a person, without how well they are spoken: "English: Fluent",
// "Portuguese - Native/Bilingual" and "Español (Nativo)" name a language each, "Fluent" alone names none.
import { collapseSpaces } from '../model/beginning.ts';
import { trimEndOf } from '../model/trim.ts';

/** Longest entry that is looked at. */
const MAX_LOOKED_AT = 120;

/** Words that say how well a language is spoken, in the pages' own languages; a level is made of nothing else. */
export const levelWords: ReadonlySet<string> = new Set(
  [
    'very full limited near high upper lower pre good excellent fair strong written spoken advanced basic basics elementary beginner intermediate conversational conversation fluent fluently fluency native bilingual mother tongue first language speaker working professional business level proficiency proficient knowledge unknown not specified or and',
    'muy alto bajo nativo nativa hablante materna lengua lingua língua bilingüe fluido fluida avanzado avanzada intermedio intermedia básico básica elemental conversacional conversación profesional nivel principiante dominio',
    'fluente avançado avançada intermediário intermediária nível iniciante conversação profissional bilíngue',
    'langue maternelle maternel natif native bilingue courant couramment avancé intermédiaire débutant notion notions scolaire professionnel professionnelle conversationnel niveau bases',
    'muttersprache muttersprachler muttersprachlerin muttersprachlich muttersprachniveau zweisprachig fließend verhandlungssicher fortgeschritten sehr gut gute konversation konversationssicher gesprächsniveau grundkenntnisse kenntnisse anfänger mittelstufe',
    'madrelingua fluente avanzato scolastico colloquiale base elementare professionale buono buona ottimo ottima',
    'ojczysty język biegle biegły płynnie płynny zaawansowany średnio średniozaawansowany podstawowy podstawowa komunikatywny początkujący',
    'ana dil dili dilim akıcı ileri orta başlangıç temel iyi düzey düzeyi seviye seviyesi profesyonel',
    'родной родная носитель языка свободно свободный свободное владение продвинутый средний разговорный начальный базовый выше среднего уровень',
    'рідна рідний носій мови вільно вільний вільне володіння просунутий середній вище середнього розмовний розмовна початковий базовий рівень',
    'لغة اللغة الأم أم طليق بطلاقة متقدم متوسط مبتدئ أساسي محادثة جيد جدا ممتاز',
    'ネイティブ ネイティブレベル 母国語 母語 流暢 ビジネス ビジネスレベル 日常会話 日常会話レベル 初級 中級 上級 堪能 母语 流利 熟练 精通 中级 高级 初级 基础 一般 入门',
    'a1 a2 b1 b2 c1 c2 c1+ b2+ b1+ a2+',
  ].flatMap((words) => words.split(' ')),
);

const isLevel = (piece: string) =>
  piece
    .toLowerCase()
    .split(/[\s/,&)）-]+/)
    .every((word) => word === '' || levelWords.has(word));

/** The languages in these entries, each once. */
export function languagesIn(entries: readonly string[]): string[] {
  const names = entries.flatMap((entry) => {
    const line = collapseSpaces(entry.slice(0, MAX_LOOKED_AT));
    const [name = '', level = ''] = line.split(/ ?[:：(（]| [-–—|·•]/u);
    // What is no level is a part of the name: "Portuguese (Brazil)".
    const [, own] = /^([^(（]+[(（][^)）]*[)）])/u.exec(line) ?? [];
    const language = own !== undefined && !isLevel(level.replace(/[)）].*$/u, '')) ? own : name;
    const bare = trimEndOf(language, ' ,;-');
    return isLevel(bare) || !/\p{L}{2}/u.test(bare) ? [] : [bare];
  });
  return [...new Set(names)];
}
