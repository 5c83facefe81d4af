// What the words that texts share claim: a number, a name, a link, something of "mine" or "ours". Whoever wants may fill
// in a published sample, and it claims nothing that could be true of one person only; a text that others took from
// somebody does.
import type { PreparedText } from '../../text/prepared-text.ts';

/** Figures that stand in anybody's letter: lists, "24/7", "100 %". */
const usualNumbers = new Set(['0', '1', '2', '3', '4', '7', '24', '100', '247', '1st', '2nd', '3rd']);

const words = (text: string) => new Set(text.split(/[\s/]+/).filter(Boolean));

/** Numbers in words, from where they are no mere "one or two" on. */
const numberWords =
  words(`three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen
  tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta cien ciento mil docena
  três quatro sete oito nove dez onze doze vinte trinta quarenta cinquenta cem dúzia
  trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent mille
  drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend
  три четыре пять шесть семь восемь девять десять одиннадцать двенадцать двадцать тридцать сорок пятьдесят сто тысяча`);

/** "my", "our" in languages that clients' sites are in. */
const ours = words(`my our / mi mis nuestro nuestra nuestros nuestras / meu minha meus minhas nosso nossa nossos nossas
  mon ma mes notre nos / mein meine meinen meinem meiner unser unsere unseren unserem unserer / mio mia miei mie nostro nostra nostri nostre
  мой моя моё мое мои моего моей моих моим моими моём наш наша наше наши нашего нашей наших нашим нашими`);

/** What everybody has in a letter: it makes no claim that it is "mine". */
const usualThings =
  words(`experience skill skills expertise knowledge background abilities ability work works job jobs project projects portfolio
  profile resume cv proposal bid offer letter application approach process method methodology rate rates price prices quote budget fee time day days
  schedule availability best full first top main own part side end opinion view understanding interest passion goal goals aim focus priority
  commitment dedication attention team company clients client customers customer reviews review ratings rating feedback samples sample
  previous past recent current latest similar relevant extensive professional technical strong services service quality communication
  name self mind hands home pleasure honest word words career years life responsibility strength strengths specialty track field area
  experiencia habilidades conocimientos conocimiento trabajo trabajos proyecto proyectos portafolio portfolio perfil propuesta oferta
  tarifa precio equipo empresa clientes cliente servicio servicios prioridad objetivo compromiso enfoque parte nombre anterior anteriores
  experiência habilidades conhecimento trabalho trabalhos projeto projetos perfil proposta equipe empresa clientes serviço serviços prioridade
  expérience compétences travail projet projets profil offre équipe clients priorité erfahrung erfahrungen kenntnisse arbeit arbeiten projekt projekte
  profil angebot team kunden опыт опыта работа работы работу портфолио профиль профиле предложение команда команды клиенты клиентов услуги`);

/** Written with a capital anywhere, and nobody's name: what one addresses, languages, months, marketplaces, what one works with. */
const notNames =
  words(`i i'm i've i'll i'd sir madam hiring manager dear hello hi client team english spanish french german portuguese russian arabic chinese
  hindi monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december upwork freelancer fiverr guru workana peopleperhour truelancer freelancehunt react angular vue node nodejs javascript typescript
  python django flask fastapi java kotlin swift flutter dart php laravel symfony codeigniter wordpress woocommerce shopify magento drupal joomla
  html css sass bootstrap tailwind jquery next nextjs nuxt express nest mongodb mysql postgresql postgres sqlite redis firebase supabase aws
  azure google cloud docker kubernetes jenkins git github gitlab linux windows mac macos ios android figma photoshop illustrator sketch canva
  excel word powerpoint sheets docs zapier airtable notion slack trello jira asana zoom skype stripe paypal ruby rails golang go rust unity unreal
  blender autocad solidworks tensorflow pytorch openai chatgpt gpt ai api apis rest graphql seo ui ux crm erp saas mvp qa ci cd sql nosql web3
  solidity ethereum blockchain scrum agile webflow wix squarespace elementor hubspot salesforce quickbooks facebook instagram linkedin youtube
  tiktok twitter ads analytics full stack frontend backend developer designer engineer`);

/** Of texts with more capitals than this in their sentences, capitals say nothing: titles, shouting, German. */
const MAX_CAPITALS = 0.25;

const link = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** One claim, and the tokens that make it. */
interface Claim {
  claim: string;
  tokens: readonly number[];
}

const known = new WeakMap<PreparedText, readonly Claim[]>();

/**
 * Adds the claims in what is shared of a text, in small letters, so that equal claims of two texts are equal.
 *
 * @param shared one entry a token, not 0 for a shared one
 * @param to what was found so far
 */
export function addClaims(text: PreparedText, shared: ArrayLike<number>, to: Set<string>): void {
  let claims = known.get(text);
  if (!claims) {
    claims = claimsOf(text);
    known.set(text, claims);
  }
  for (const { claim, tokens } of claims) if (tokens.every((i) => shared[i] !== 0)) to.add(claim);
}

/** All claims of a text; what is quoted of the post makes none. */
function claimsOf(text: PreparedText): Claim[] {
  const { length, sentences, quoted } = text;
  const claims = linksOf(text);
  const inLinks = new Set(claims.flatMap(({ tokens }) => tokens));
  const names: Claim[] = [];
  let inside = 0;
  const raw = (i: number) => text.text.slice(text.starts[i] as number, text.ends[i] as number);
  for (let i = 0; i < length; i++) {
    if (quoted[i] === 1 || inLinks.has(i)) continue;
    const word = raw(i);
    const small = word.toLowerCase();
    const isFirst = i === 0 || sentences[i] !== sentences[i - 1];
    if (/\p{N}/u.test(word)) {
      const isNumbering = isFirst && /^[.)]/.test(text.text.slice(text.ends[i], (text.ends[i] as number) + 1));
      if (!isNumbering && !usualNumbers.has(small)) claims.push({ claim: small, tokens: [i] });
    } else if (numberWords.has(small)) claims.push({ claim: small, tokens: [i] });
    else if (ours.has(small) && i + 1 < length && sentences[i + 1] === sentences[i] && quoted[i + 1] === 0) {
      const thing = raw(i + 1).toLowerCase();
      if (!usualThings.has(thing) && !notNames.has(thing))
        claims.push({ claim: `${small} ${thing}`, tokens: [i, i + 1] });
    }
    // Only within a sentence, after a word and a space, does a capital say that it is a name.
    if (isFirst || !/^[ ,]*$/.test(text.text.slice(text.ends[i - 1], text.starts[i]))) continue;
    inside++;
    if (/^\p{Lu}/u.test(word) && !notNames.has(small)) names.push({ claim: small, tokens: [i] });
  }
  return names.length <= MAX_CAPITALS * inside ? [...claims, ...names] : claims;
}

/** The links and mail addresses of a text that are not quoted. */
function linksOf({ text, length, starts, ends, quoted }: PreparedText): Claim[] {
  if (!/@|www\.|:\/\//i.test(text)) return [];
  return [...text.matchAll(link)].flatMap((match): Claim[] => {
    const [from, to] = [match.index, match.index + match[0].length];
    const tokens: number[] = [];
    for (let i = 0; i < length; i++) if ((starts[i] as number) >= from && (ends[i] as number) <= to) tokens.push(i);
    if (tokens.length === 0 || tokens.some((i) => quoted[i] === 1)) return [];
    return [{ claim: match[0].toLowerCase().replace(/\p{P}+$/u, ''), tokens }];
  });
}
