// The figures of a person that stand with their labels, in one line or side by side: job success, how many jobs were
// done, how long an answer takes. What a site calls them itself is in its file; what they are called anywhere is here.
import { collapseSpaces } from '../model/beginning.ts';
import { lineOf } from './item-line.ts';
import { ELEMENT_GAP, type Item, type Value } from './reading.ts';
import type { Label } from './site.ts';

const ratePattern = /^\d{1,3}(?:[.,]\d{1,2})?\s?%$/;

const count = /^\d[\d.,\u00a0 ]{0,8}\+?$/;
/** What pages of any site call the figures of a person. */
export const usualFigures: Readonly<Record<string, Label>> = {
  jobSuccess: /^job success(?: score| rate)?$/i,
  jobsCompletedRate:
    /^(?:(?:jobs?|projects?|orders?) complet(?:ed|ion)(?: rate)?|complet(?:ed|ion)(?: rate)|trabajos completados|trabalhos concluídos|abgeschlossene jobs)$/i,
  onTime: /^(?:(?:delivered |delivery )?on[- ]time(?: delivery| rate)?|a tiempo|no prazo|pünktlich)$/i,
  onBudget: /^(?:(?:delivered )?(?:on|within) budget|dentro del presupuesto|dentro do orçamento|im budget)$/i,
  rehireRate: /^(?:re-?hire rate|repeat hire rate|tasa de recontratación|taxa de recontratação)$/i,
  acceptRate: /^(?:(?:bid )?accept(?:ance)? rate|tasa de aceptación|taxa de aceitação)$/i,
  jobsCompleted: {
    label:
      /^(?:(?:total |completed |finished )?jobs(?: completed| done)?|(?:completed|finished) (?:projects|orders)|(?:projects|orders) (?:completed|done|finished)|(?:proyectos|trabajos) (?:terminados|finalizados|completados|realizados)|(?:projetos|trabalhos) (?:concluídos|finalizados|realizados|completos)|(?:projets|missions) (?:terminés|réalisés|réalisées|terminées)|abgeschlossene (?:projekte|aufträge)|progetti completati|(?:ukończone|zrealizowane) (?:projekty|zlecenia)|tamamlanan (?:işler|projeler)|(?:выполненн\S*|завершённ\S*|завершенн\S*) (?:проект\S*|работ\S*)|(?:виконан\S*|завершен\S*) (?:проєкт\S*|проект\S*|роб\S*)|المشاريع المكتملة|完了した(?:仕事|案件)|已完成(?:项目|工作))$/iu,
    figure: count,
  },
  earnings: { label: /^(?:total )?(?:earned|earnings)$/i, figure: /^\p{Sc}?\d[\d.,]{0,12}[kKmM]?\+?$/u },
  reviewCount: {
    label:
      /^(?:(?:client |customer )?(?:reviews|ratings)(?: received)?|reseñas|valoraciones|calificaciones|avaliações|avis|bewertungen|recensioni|opinie|değerlendirmeler|отзыв\S*|відгук\S*)$/iu,
    figure: count,
  },
  responseHours: {
    label:
      /^(?:(?:avg\.?|average|usual|typical)? ?response time|responds? in|tiempo (?:medio )?de respuesta|tempo (?:médio )?de resposta|temps de réponse(?: moyen)?|(?:durchschn\.? |durchschnittliche )?antwortzeit|tempo (?:medio )?di risposta|(?:średni )?czas odpowiedzi|(?:ort(?:alama|\.) )?yanıt süresi|(?:среднее )?время ответа|(?:середній )?час відповіді)$/iu,
    figure: /^(?:about |approx\.? |~)?(?:\d{1,3}|an?|una?|eine?) ?[^\s\d]{0,12}$/iu,
  },
};

/** A label with the kind of its figure, which is a rate unless it says otherwise. */
const withFigure = (label: Label) => (label instanceof RegExp ? { label, figure: ratePattern } : label);

/** Figures and their labels in one line: "Proyectos terminados: 31", "99% Job Success", "Response time 3 hours". */
export function figuresInLines(items: readonly Item[]): Record<string, Value> {
  const said: Record<string, Value> = {};
  for (const item of items) {
    const whole = item.text.length < 80 ? lineOf(item) : '';
    // Elements may part several figures with their labels.
    for (const line of [whole, ...(item.gaps ?? '').slice(0, 400).split(ELEMENT_GAP).map(collapseSpaces)]) {
      if (line === '') continue;
      const after = /^(\D{2,40}?)[:：]? ((?:~|about )?\S?\d\S*(?: ?%| \p{L}{1,10}\.?)?)$/u.exec(line);
      const before = /^(\S?\d\S*(?: ?%)?) (\D{2,40})$/.exec(line);
      const pairs = [after?.slice(1) ?? [], before?.slice(1).reverse() ?? []];
      for (const [label = '', figure = ''] of pairs) {
        for (const [field, want] of Object.entries(label ? usualFigures : {})) {
          const known = withFigure(want);
          if (known.label.test(label) && known.figure.test(figure)) said[field] ??= figure;
        }
      }
    }
  }
  return said;
}

/** A page has a label once or twice for each design; a text that repeats one must not cost more. */
const MAX_LABELS_TRIED = 40;

/**
 * Figures that stand with their labels, as "On Budget" above "96%". A figure that is not of its kind
 * ("N/A") is not taken, nor one that stands with several labels.
 */
export function labelledFigures(
  items: readonly Item[],
  labels: Readonly<Record<string, Label>>,
): Record<string, Value> {
  const said: Record<string, Value> = {};
  const wanted = Object.entries(labels).map(([field, label]) => ({ field, ...withFigure(label) }));
  const wantedBy = ({ text }: Item) =>
    text !== '' && text.length < 40 ? wanted.filter(({ label }) => label.test(collapseSpaces(text))) : [];
  let tried = 0;
  for (const [n, item] of wanted.length ? items.entries() : []) {
    const wants = wantedBy(item).filter(({ field }) => !(field in said));
    if (wants.length === 0 || ++tried > MAX_LABELS_TRIED) continue;
    const isFigure = ({ text }: Item) => text.length < 40 && wants.some(({ figure }) => figure.test(text));
    const take = ({ text }: Item) => {
      for (const { field, figure } of wants) if (figure.test(text)) said[field] ??= text;
    };
    // A term is followed by what is said of it.
    const next = items[n + 1];
    if (/^(?:dt|th\d*)\./.test(item.slot) && next && /^(?:dd|td\d*)\./.test(next.slot)) {
      take(next);
      continue;
    }
    // Labels and figures by turns in one row: which comes first there comes first everywhere.
    const row = items.filter(({ path, text }) => text !== '' && path[1] !== undefined && path[1] === item.path[1]);
    const turn = row[row.indexOf(item) + (/^\W*\d/.test(row[0]?.text ?? '') ? -1 : 1)];
    if (row.length > 3 && turn && isFigure(turn)) {
      take(turn);
      continue;
    }
    for (const around of item.path.slice(0, 4)) {
      const near = items.filter(({ path, text }) => text !== '' && path.includes(around));
      const found = near.filter((one) => isFigure(one) && wantedBy(one).length === 0);
      const isOther = (one: Item) => {
        const others = wantedBy(one);
        return others.length > 0 && !others.some(({ field }) => wants.some((want) => want.field === field));
      };
      if (found.length > 1 || near.some(isOther)) break;
      if (found[0]) {
        take(found[0]);
        break;
      }
    }
  }
  return said;
}
