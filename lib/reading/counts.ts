// How many there are of what a page lists, by the words around the lists: a heading that counts them, a sentence that
// there are none yet, or a sign that the list goes on.
import { type Countable, type Counts, countedOn, type Reading, type Surrounding } from './reading.ts';

/** How pages of any marketplace count a list in the heading over it, and how they say that it is empty. */
const usual: Readonly<Partial<Record<Countable, { heading: RegExp; none: RegExp }>>> = {
  bids: {
    heading:
      /^(?:([\d.,]{1,9}) (?:bids?|proposals?|quotes?|offers?|propuestas?|propostas?|ofertas?|propositions?|angebote?|gebote?|ставок|ставк\p{L}|заявок|предложени\p{L}|пропозиці\p{L}|oferty|ofert)|(?:bids|proposals|quotes|offers|propuestas|propostas|ofertas|propositions|angebote|ставки|ставок|предложения|oferty) ?\(([\d.,]{1,9})\))(?: received)?$/iu,
    none: /\bno (?:bids|proposals|quotes|offers) (?:yet|(?:have been )?received)\b|\b(?:have not|haven't|don't have) (?:received |got )?any (?:bids|proposals|quotes|offers)\b|\bbe the first to (?:bid|send|submit)\b|você é o primeiro|seja o primeiro|eres el primero|sé el primero|ainda não há propostas|(?:aún|todavía) no hay (?:propuestas|ofertas)|aucune (?:proposition|offre)|noch keine (?:angebote|gebote)|ставок (?:пока|ще|поки) не|(?:пока|ще|поки) нема?є? ставок|пока нет (?:ставок|заявок)/iu,
  },
  profiles: {
    heading:
      /^([\d.,]{1,9})\+? (?:freelancers?|sellers?|profiles?|people|results?|services|talents?|profesionales|profissionais|resultados|prestataires|résultats|freelancer(?:innen)?|ergebnisse|фрилансер\p{L}*|фрілансер\p{L}*|исполнител\p{L}*|виконавц\p{L}*)(?: found| available| encontrad[oa]s)?$/iu,
    none: /\bno (?:freelancers|sellers|results|profiles) (?:were )?found\b|\bno results\b|no se encontraron|nenhum (?:resultado|freelancer)|aucun (?:résultat|prestataire)|keine (?:ergebnisse|freelancer)|ничего не найдено|нічого не знайдено/iu,
  },
  reviews: {
    heading:
      /^(?:([\d.,]{1,9}) (?:reviews?|ratings|feedbacks|reseñas?|opiniones|avaliações|avis|bewertungen|отзыв\p{L}*|відгук\p{L}*|opinii|opinie)|(?:reviews|ratings|reseñas|opiniones|avaliações|avis|bewertungen|отзывы|відгуки|opinie) ?\(([\d.,]{1,9})\))(?: [0-5](?:[.,]\d{1,2})?)?$/iu,
    none: /\bno (?:reviews|feedback|ratings) yet\b|sin (?:reseñas|calificaciones) aún|ainda não há avaliações|aucun avis|noch keine bewertungen/iu,
  },
};

/** How a line counts the bids: "9 quotes received", "Proposals (4)". */
export const bidsCounted = usual.bids?.heading ?? /^$/;

/** A control that brings more of a list, in the words of several languages. */
const moreWords =
  /^(?:(?:load|show|see|view) (?:\d+ )?more(?: (?:proposals|bids|offers|quotes|reviews|results|freelancers))?|next(?: page)?|(?:cargar|ver|mostrar|carregar) m(?:ás|ais)(?: \p{L}+)?|(?:afficher|voir) plus(?: d.\p{L}+)?|mehr (?:laden|anzeigen)|(?:показать|загрузить) (?:ещё|еще)|показати ще|pokaż więcej|[›»→]|2)$/iu;

/** A control that leads to the whole of a list that a page shows the beginning of. */
const allWords =
  /^(?:(?:show|see|view|read|browse) all(?: \(?\d[\d.,]{0,8}\)?)?(?: (?:proposals|bids|offers|quotes|reviews|ratings|feedbacks?|results|freelancers))?(?: \(\d[\d.,]{0,8}\))?|ver tod[oa]s(?: (?:las?|los?|as|os))?(?: (?:propuestas|propostas|ofertas|reseñas|opiniones|valoraciones|avaliações))?|(?:afficher|voir) (?:tous|toutes)(?: les)?(?: \p{L}+)?|alle (?:\d{1,6} )?(?:angebote|gebote|bewertungen|rezensionen)(?: anzeigen| ansehen)?|(?:показать|смотреть|показати|дивитися) (?:все|всі)(?: \p{L}+)?|(?:pokaż|zobacz) wszystkie(?: \p{L}+)?)$/iu;

/** What is said where only those who are signed in are shown the rest. */
const behindSignIn =
  /^(?:please )?(?:log ?in|sign ?in|sign ?up|join(?: now)?|register)(?: or (?:log ?in|sign ?in|sign ?up|join|register))? to (?:see|view|read|show)\b.{0,60}$/iu;

/** By which words pages count their lists. */
export const countWords: readonly RegExp[] = [
  ...Object.values(usual).flatMap(({ heading, none }) => [heading, none]),
  moreWords,
  allWords,
  behindSignIn,
];

/** What the words around the lists say of how many there are. */
export function countAround(
  { page, sightings, of = {}, cut = [] }: Reading,
  surroundings: readonly Surrounding[],
): { of?: Counts; cut: readonly string[] } {
  const what = countedOn[page];
  const kinds = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' } as const;
  const found = sightings.filter(({ kind }) => kind === kinds[what]).length;
  const words = usual[what];
  let count = of[what];
  for (const { text, is } of words ? surroundings : []) {
    if (count !== undefined) break;
    // A list of people is counted in a line of its own.
    if (is !== 'h' && !(what === 'profiles' && is === 'p')) continue;
    const digits = words?.heading
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.replace(/\D/g, '');
    if (digits) count = Number(digits);
  }
  if (count === undefined && found === 0 && words && surroundings.some(({ text }) => words.none.test(text))) count = 0;
  const goesOn =
    found > 0 &&
    count === undefined &&
    surroundings.some(
      ({ text, is }) =>
        is === 'busy' || (is === 'more' && (moreWords.test(text) || allWords.test(text))) || behindSignIn.test(text),
    );
  return {
    ...(count !== undefined ? { of: { ...of, [what]: count } } : Object.keys(of).length > 0 && { of }),
    cut: goesOn && !cut.includes('rows') ? [...cut, 'rows'] : cut,
  };
}
