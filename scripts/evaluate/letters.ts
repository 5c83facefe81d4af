// Invented bids, posts and templates to measure on, in English, Spanish, Russian, Arabic and Chinese.
// What somebody says of their own is made of invented words that come as often as words do in natural
// text (Zipf), between the little words of the language; stock phrases are real. Nothing in here was
// written by a real bidder.
import type { Random } from './random.ts';

export type Language = 'english' | 'spanish' | 'russian' | 'arabic' | 'chinese';

interface Bank {
  /** What invented words are made of, and how many of them one word has. */
  syllables: readonly string[];
  long: [number, number];
  /** Little words, most frequent first. */
  little: readonly string[];
  stock: readonly string[];
  greetings: readonly string[];
  things: readonly string[];
  space: string;
  stop: string;
}

const lines = (text: string): string[] => text.trim().split(/\s*\n\s*|\s*\/\s*/);

const english: Bank = {
  space: ' ',
  stop: '. ',
  greetings: lines('Hello / Hi there / Dear client / Good day / Hey'),
  things:
    lines(`booking portal / warehouse dashboard / recipe app / clinic website / parking meter firmware / museum guide / tax form reader
    courier tracker / school timetable / podcast player / wedding shop / loan calculator / drone logbook / seed catalogue / choir archive
    tide table widget / bakery till / ferry ticket kiosk / chess trainer / allotment planner / vet records system / radio playlist editor`),
  syllables: lines(
    'ba / cor / den / el / fa / gri / hol / in / jo / ka / lum / mer / no / or / pel / qui / ra / sto / ten / ul / ver / wi / yar / zen / bri / cla / dro / fen / gar / hin / lo / mas / nel / pri / ros / san / tri / vo',
  ),
  long: [2, 3],
  little: lines(
    'the / and / of / to / a / in / for / with / on / my / that / by / from / which / we / I / it / at / our / as / after / when / into / without / every / two / their / so',
  ),
  stock: lines(`I have read your description and I can do this for you
    I am a professional developer with many years of experience
    Quality and timely delivery are my first priority
    I can start right now and finish within the deadline
    Please have a look at my profile and past reviews
    I will keep you posted every day until the work is done
    Feel free to ping me any time to talk about the details
    Your satisfaction matters most to me
    I offer free revisions until you are fully happy with the result
    I would be glad to be part of your project
    Let us have a short chat so I can understand the scope better
    I am sure I am the best candidate for this role
    I deliver clean and well documented code that is easy to maintain
    My rates are fair and open to discussion
    Thank you very much for reading my proposal
    Waiting for your kind reply
    I specialize in exactly this kind of work
    I have delivered dozens of comparable projects for clients worldwide
    You will not regret choosing me for the job
    I thrive on turning complex requirements into simple and elegant solutions
    I bring a unique blend of technical depth and clear communication
    Rest assured that your project will be in safe hands
    I believe my background makes me uniquely suited for this opportunity
    I am eager to contribute to the success of your business
    Communication is key and I am always online
    We have a dedicated team of designers developers and testers
    I guarantee pixel perfect design that works on every device
    Kindly share more information so I can give you an exact quote
    I treat every project as if it were my own
    Have a wonderful day and stay safe`),
};

const spanish: Bank = {
  space: ' ',
  stop: '. ',
  greetings: lines('Hola / Buenos días / Estimado cliente / Muy buenas'),
  things: lines(
    'portal de reservas / panel de almacén / tienda de quesos / archivo de fotos / calculadora de riego / guía de museos',
  ),
  syllables: lines(
    'ba / can / del / es / fi / gra / lo / men / no / par / que / ri / sa / tor / ul / ven / zo / cla / tri / mu / pe / lla / cho / nu',
  ),
  long: [2, 3],
  little: lines(
    'de / la / el / y / en / con / para / un / una / los / que / por / mi / su / sin / desde / las / al / se / como',
  ),
  stock: lines(`He leído su anuncio y puedo hacerlo sin problema
    Soy profesional con muchos años de experiencia
    Puedo empezar hoy mismo y cumplir el plazo
    Le invito a ver mi perfil y mis valoraciones
    Quedo pendiente de su respuesta
    Trabajo con dedicación y buena comunicación
    Hago cambios sin coste hasta que quede conforme
    Será un placer colaborar con usted
    Escríbame y hablamos de los detalles`),
};

const russian: Bank = {
  space: ' ',
  stop: '. ',
  greetings: lines('Здравствуйте / Добрый день / Приветствую / Доброго времени суток'),
  things: lines('портал записи / складской учёт / магазин сыров / архив фотографий / расчёт полива / гид по музеям'),
  syllables: lines(
    'ба / вор / гле / дом / ел / жи / зор / кам / лу / мер / но / ор / пол / ра / сто / тен / ул / фи / хол / чер / ша / ви / при / сан',
  ),
  long: [2, 3],
  little: lines(
    'и / в / на / с / для / по / что / из / к / от / за / без / мы / как / при / мой / под / до / над / или',
  ),
  stock: lines(`Прочитал ваше задание и смогу его выполнить
    Я профессионал с многолетним стажем
    Могу начать сегодня и уложусь в срок
    Посмотрите мой профиль и отзывы
    Буду ждать вашего сообщения
    Всегда на связи и отвечаю быстро
    Правки бесплатно до полного результата
    Буду рад поработать вместе
    Напишите мне и обсудим подробности`),
};

const arabic: Bank = {
  space: ' ',
  stop: '. ',
  greetings: lines('مرحبا / أهلا وسهلا / تحية طيبة / صباح الخير'),
  things: lines('بوابة الحجز / لوحة المخزن / متجر الأجبان / أرشيف الصور / حاسبة الري / دليل المتاحف'),
  syllables: lines('بر / كا / لم / سو / در / فر / مي / نو / را / تا / حل / جم / قص / طر / شم / عل / هن / زي / ثم / وص'),
  long: [2, 3],
  little: lines('في / من / على / مع / إلى / عن / هذا / التي / و / أو / بعد / قبل / حتى / كل / دون / بين / ثم / عند'),
  stock: lines(`قرأت إعلانك وأستطيع تنفيذ العمل
    لدي سنوات طويلة من الخبرة
    يمكنني البدء اليوم والالتزام بالموعد
    يمكنك مشاهدة ملفي وتقييماتي
    في انتظار ردك الكريم
    تعديلات مجانية حتى ترضى تماما
    يسعدني العمل معك`),
};

const chinese: Bank = {
  space: '',
  stop: '。',
  greetings: lines('您好， / 你好， / 尊敬的客户， / 早上好，'),
  things: lines('预约门户 / 仓库看板 / 奶酪商店 / 照片档案 / 灌溉计算器 / 博物馆导览'),
  syllables: [
    ...'山水火木金土日月星云雨雪风田石竹草花果米茶酒盐糖灯书画琴棋刀弓车船马牛羊鸟鱼虫虎龙门窗桥路城村井塔河海湖江岛岸林园春夏秋冬东西南北红黄蓝白黑青大小长短高低新旧快慢轻重',
  ],
  long: [2, 3],
  little: lines('的 / 在 / 和 / 了 / 与 / 为 / 从 / 把 / 对 / 将 / 用 / 由 / 其 / 并'),
  stock: lines(
    '我看过您的需求，可以完成 / 我有多年的工作经验 / 可以马上开始，按时交付 / 欢迎查看我的主页和评价 / 期待您的回复 / 免费修改直到满意 / 很高兴与您合作',
  ),
};

const banks: Record<Language, Bank> = { english, spanish, russian, arabic, chinese };

/** How many invented words a language has. */
const VOCABULARY = 4_000;

export class Writer {
  readonly #bank: Bank;
  readonly #random: Random;
  readonly #vocabulary: string[];
  /** Sentences from elsewhere that may stand for a bidder's own, each given out once. */
  readonly #found: string[];

  constructor(language: Language, random: Random, found: readonly string[] = []) {
    const bank = banks[language];
    this.#bank = bank;
    this.#random = random;
    this.#vocabulary = Array.from({ length: VOCABULARY }, () =>
      Array.from({ length: random.int(...bank.long) }, () => random.pick(bank.syllables)).join(''),
    );
    this.#found = [...found];
  }

  thing(): string {
    return this.#random.pick(this.#bank.things);
  }

  greeting(): string {
    return this.#random.pick(this.#bank.greetings);
  }

  stock(): string {
    return this.#random.pick(this.#bank.stock);
  }

  /** A word that comes as often as its rank has it. */
  #zipf(from: readonly string[]): string {
    return from[Math.floor(from.length ** this.#random()) - 1] as string;
  }

  /** One sentence of somebody's own. */
  own(): string {
    if (this.#found.length > 0 && this.#random() < 0.7) {
      const [sentence] = this.#found.splice(this.#random.int(0, this.#found.length - 1), 1);
      return sentence as string;
    }
    const words = Array.from({ length: this.#random.int(7, 18) }, (_, i) =>
      this.#zipf((i + (this.#random() < 0.3 ? 1 : 0)) % 2 === 0 ? this.#bank.little : this.#vocabulary),
    );
    return words.join(this.#bank.space);
  }

  /** A post of a few sentences about one thing. */
  post(): { title: string; text: string } {
    const title = this.thing();
    return { title, text: this.join([title, ...Array.from({ length: this.#random.int(4, 9) }, () => this.own())]) };
  }

  join(sentences: readonly string[]): string {
    return sentences.join(this.#bank.stop) + this.#bank.stop.trim();
  }

  words(sentence: string): string[] {
    return this.#bank.space === '' ? Array.from(sentence) : sentence.split(' ');
  }

  unwords(words: readonly string[]): string {
    return words.join(this.#bank.space);
  }
}
