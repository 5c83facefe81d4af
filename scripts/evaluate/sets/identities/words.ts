// What invented freelancers say of themselves. Sentences are patterns: `{a|b}` is one of several wordings, `{client}` a
// word of the list below, `{years}` and the like are filled in by whoever writes. Nearly every pattern has several gaps,
// so that two strangers seldom write the same sentence and never the same text.
import type { Random } from '../../random.ts';

/** Even entries for building, odd ones for the held-out worlds. */
export function half<T>(all: readonly T[], heldOut: boolean): T[] {
  return all.filter((_, index) => index % 2 === (heldOut ? 1 : 0));
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());
const words = (text: string) => text.split(',').map((word) => word.trim());

/** Lists that a pattern may name, in English. */
const LISTS: Record<string, readonly string[]> = {
  client: words(
    'a bakery, a boat yard, a choir, two dentists, a seed merchant, a climbing gym, a small museum, a bus company, a vet, a guitar maker, a wine shop, a language school, a court reporter, a plumber, a hospice, a theatre, a beekeepers’ club, a furniture workshop, a chain of laundries, a florist, a ski school, a city library, a tailor, a cheese maker, a driving school, a yoga studio, an estate agent, a print shop, a zoo, a tea importer, a bicycle repairer, a chamber orchestra, a tool hire, a kindergarten, a campsite, a publisher of maps, an optician, a football club, a taxi cooperative, a fish market, a hotel by a lake, a watchmaker, a pottery, a food bank, a law office, a scooter rental, a dance school, a solar installer, a farm shop, a radio station',
  ),
  effect: words(
    'which halved the complaints, and it still runs today, which saved them a day a week, and nobody had to be trained, so the phone rings less, and the figures finally agree, which paid for itself in a winter, and the staff like it, which cut the waiting time to minutes, and they came back for more, which doubled their newsletter, so stock is never wrong now, and it survived its first holiday season, which brought in forty new members, so that returns fell by a third, and I learned a lot about patience, which the owner shows to everyone, so month end takes an hour',
  ),
  habit: words(
    'I write a short note every evening, I ask a lot in the first week and little later, I prefer small steps that can be undone, I say so early when something will be late, I keep a list of open questions that you can see, I test on old phones too, I never leave on a Friday with something half done, I draw before I build, I read the whole brief twice, I put the price of each change beside it, I keep drafts for a year, I name files so that others find them, I count hours to the quarter, I begin with the riskiest part, I show unfinished work on purpose',
  ),
  hobby: words(
    'I row, I bake rye bread, I keep pigeons, I sing bass in a choir, I repair radios, I grow chillies on the balcony, I play chess by post, I walk a very slow dog, I swim in cold lakes, I collect tram tickets, I coach under-tens, I paint tin figures, I learn the accordion, I climb, I restore bicycles, I fold paper, I photograph doors, I knit, I play goalkeeper, I watch birds before breakfast',
  ),
};

/** About texts by trade: patterns, then what a portfolio shows. */
interface Trade {
  id: string;
  titles: readonly string[];
  skills: readonly string[];
  about: readonly string[];
  things: readonly string[];
}

export const TRADES: readonly Trade[] = [
  {
    id: 'web',
    titles: words('Web developer, Front-end developer, Full stack developer, Software engineer, Web programmer'),
    skills: words('JavaScript, TypeScript, React, Vue, PHP, Laravel, WordPress, CSS, Node.js, MySQL, Svelte, Django'),
    things: words(
      'booking calendar, members’ area, price calculator, shop for spare parts, recipe archive, route planner, ticket desk, stock list, waiting list, map of events, order form for caterers, library catalogue',
    ),
    about: lines(`
      Most of my sites are for small places: {client}, {client}, {client}.
      {Last|This} year I {rebuilt|wrote|untangled} a {thing} for {client}, {effect}.
      I have been {making|building} web pages for {years} years, {the last|about} {few} of them on my own account.
      {Forms|Calendars|Tables|Checkouts} that {break|annoy people|lose data} are what I am usually called for, {most recently|in spring|before that} by {client}.
      A page should {open fast on a bus|work with one thumb|be readable in the sun|need no manual}; my {thing} for {client} {does|tries to}.
      Ask me about the {thing} that {client} {uses|uses every day|could not do without}, {effect}.
      I {like|prefer|choose} {plain|boring|well-worn} tools and write {few|short} dependencies lists; {client} {thanked|teased} me for it.
      My {smallest|largest|oddest} job was a {thing} for {client}, my {largest|dearest|latest} one a {thing} for {client}.
    `),
  },
  {
    id: 'mobile',
    titles: words('Mobile developer, Android developer, iOS developer, Flutter developer, App maker'),
    skills: words('Flutter, Kotlin, Swift, Dart, Firebase, Android, iOS, SQLite, Bluetooth, Push notifications'),
    things: words(
      'dosage reminder, meter reading app, trail map, delivery app, timesheet, quiz, loyalty card, field notebook, ferry timetable, plant diary, inspection checklist, voice memo tool',
    ),
    about: lines(`
      I make apps that {still work in a cellar|survive a lost connection|do not eat the battery}, for instance a {thing} for {client}.
      {years} years of apps, {few} of them in the shops under my own name; the {thing} came {first|last}.
      For {client} I {ported|wrote|rescued} a {thing}, {effect}.
      {Bluetooth|Cameras|Maps|Background sync} {is|are} where most apps {stumble|fail|go wrong}, and where I {feel at home|have spent most nights}; see the {thing}.
      Before each release I {sit|ride|walk} with {the people|two of the people} who use the {thing}, last time at {client}.
      {Reviews|Stars|Crash reports} tell me what to do next; a {thing} of mine went from {two|three} stars to {four|nearly five} {in a summer|within a year}.
      One code for both shops {where it fits|mostly}, native where a {thing} needs it, as with {client}.
    `),
  },
  {
    id: 'data',
    titles: words('Data analyst, Data engineer, Spreadsheet doctor, Statistician, BI developer'),
    skills: words('Python, SQL, Excel, Power BI, R, dbt, Airflow, Tableau, Statistics, ETL'),
    things: words(
      'sales report, demand forecast, survey evaluation, price comparison, map of complaints, quality chart, ledger import, attendance dashboard, energy balance, rota optimiser',
    ),
    about: lines(`
      Numbers that {nobody trusts|two people count differently|arrive by mail on Mondays} are my trade; {client} had {forty|sixty|a hundred} such sheets.
      I turned the {thing} of {client} into one query, {effect}.
      {years} years between spreadsheets and databases, {few} of them with {client}.
      I will tell you when your {thing} {cannot|can not yet} answer the question, as I told {client}.
      A {good|fair} {thing} shows what is missing too, mine for {client} {begins with it|has a page for it}.
      {Cleaning|Joining|Dating} the data is {two thirds|most} of the work; the {thing} is the rest.
      My last {thing} was {printed and pinned|quoted in a meeting|argued over} at {client}, {effect}.
    `),
  },
  {
    id: 'design',
    titles: words('Graphic designer, UI designer, Brand designer, Illustrator, Layout artist'),
    skills: words('Figma, Illustrator, InDesign, Branding, Typography, Packaging, Photoshop, Icons, Layout, Print'),
    things: words(
      'label for jars, season programme, signage, annual report, poster series, icon set, picture book, menu, exhibition guide, shop window, letterhead, seed packet',
    ),
    about: lines(`
      {client} {prints|hangs|sends out} my {thing} {every season|again and again|by the hundred}, {effect}.
      I {draw|sketch|think} on paper {first|for a day} and open the computer late; the {thing} for {client} began on a {napkin|bus ticket|bag}.
      {Type|Colour|White space|Paper} does most of the work in a {thing}, I only {clear the way|choose it|take things away}.
      {years} years, {few} studios, and a {thing} for {client} that I would do again tomorrow.
      {Two|Three} drafts and {one round|two rounds}, that was enough for {client}, for {client} and for {client}.
      Clients call me {stubborn|calm|exact} about {margins|small sizes|greys|deadlines}; the {thing} is why.
      From a {thing} to a {thing}: if it is {printed|cut|folded|bound} I {like|want} it.
    `),
  },
  {
    id: 'text',
    titles: words('Translator, Copywriter, Editor, Technical writer, Proofreader'),
    skills: words('Translation, Editing, Proofreading, SEO, Technical writing, Subtitles, Research, Copywriting'),
    things: words(
      'manual for pumps, audio guide, grant application, catalogue, set of subtitles, house style, patient leaflet, travel column, safety sheet, cookbook, speech, help centre',
    ),
    about: lines(`
      I {translate|edit|write} what people must {understand|be able to use|read twice}: a {thing} for {client}, a {thing} for {client}.
      After {years} years I still {read aloud|print things out|look up small words}, most of all for a {thing}.
      {client} sent me a {thing} of {ninety|two hundred|forty} pages and got it back with {eleven|thirty|six} questions, {effect}.
      Terms {matter|must agree}, so each {thing} comes with a {list|table} that {client} or {client} can keep.
      The {shortest|longest|driest} text I am proud of is a {thing} for {client}.
      {Commas|Verbs|Numbers|Names} are where I find most {slips|faults}, even in a {thing} that {three|four} people had read.
      {Nobody|Hardly anybody} thanks you for a {thing}; {client} {did|sent flowers}.
    `),
  },
  {
    id: 'office',
    titles: words('Virtual assistant, Bookkeeper, Office manager, Customer support agent, Project assistant'),
    skills: words('Bookkeeping, Xero, Email, Scheduling, Customer support, Excel, Invoicing, Research, CRM, Travel'),
    things: words(
      'shared inbox, month-end close, holiday rota, trade fair, parts order, complaints log, filing plan, reception desk, tax folder, supplier list, waiting room, newsletter',
    ),
    about: lines(`
      I {look after|have kept|run} the {thing} of {client}, {mornings only|four hours a day|since the winter}, {effect}.
      {years} years in offices, {few} of them from home: first {client}, then {client}.
      Give me a {thing} in disorder and {two|three|four} weeks, as {client} did.
      {Receipts|Calendars|Angry callers|Late suppliers} do not {frighten|tire} me; at {client} I had {them|those} every {day|Monday}.
      I {type|answer|file} {fast|at once} and forget nothing that is on my list; the {thing} is on it.
      A {thing} is {calm|in order} when you can {leave it for a week|hand it to a stranger}: I did with {client}.
      {client} and {client} share me, {each has|with} {two|three} mornings and one {thing}.
    `),
  },
  {
    id: 'ops',
    titles: words('DevOps engineer, System administrator, Back-end developer, Cloud engineer, Database administrator'),
    skills: words('Linux, Docker, Kubernetes, AWS, Terraform, Go, PostgreSQL, Ansible, Monitoring, Java, Rust'),
    things: words(
      'backup that restores, deployment pipeline, mail server move, log search, payment queue, cluster upgrade, alarm plan, licence server, search index, access review',
    ),
    about: lines(`
      At night {nobody|no one} should be woken by a {thing}; at {client} {it has been quiet|nobody was} since {March|autumn|the move}.
      I moved {client} off a {cupboard|single old} server, {thing} included, {effect}.
      {years} years of {other people’s|inherited} machines, {few} of them as the only one who knew where the {thing} was.
      {Boring|Dull} is my {aim|praise}: the {thing} of {client} has {no|two} moving parts.
      I write {down|up} what I {change|find|switch off}, so {client} could {go on|manage} without me the {same|next} week.
      Ask for the {thing} if you want to see how I {think|document|name things}.
      {Slow queries|Full disks|Old certificates|Lost packets} pay my rent; {client} had {all|most} of them.
    `),
  },
  {
    id: 'video',
    titles: words('Video editor, Motion designer, Sound editor, Animator, Colourist'),
    skills: words('Premiere, After Effects, DaVinci Resolve, Audition, Blender, Subtitles, Storyboards, Colour'),
    things: words(
      'training film, concert recording, festival trailer, explainer, podcast season, title sequence, wedding film, time lapse, stage projection, museum loop',
    ),
    about: lines(`
      I cut a {thing} for {client} in {nine|five|twelve} days, {effect}.
      {Sound|Rhythm|Silence} first, pictures after: that is how the {thing} for {client} was made.
      {years} years at the editing desk, {few} of them in {television|a cellar|a converted barn}.
      Send me {hours|days} of material and {two|three} sentences about the {thing}; {client} sent {less|even less}.
      A {thing} should be {shorter|quieter|slower} than one {thinks|plans}, as {client} found.
      {Faces|Hands|Machines|Animals} hold a {thing} together, especially the one I made with {client}.
      My {thing} for {client} {was shown|ran} {twice on a boat|all summer|in four towns}.
    `),
  },
];

/** Sentences of any trade. */
const GENERAL = lines(`
  {As a student|In my first summers|Before all this} I {drove|sorted letters|sold shoes|taught|kept the books} for {client}, which {explains|is behind} {a lot|my patience|my handwriting}.
  My {first|second} client was {client}; {they are still with me|we parted as friends|they closed, sadly}.
  I charge {by the hour|by the piece|by the week} and say {beforehand|on the first day} what a job like that of {client} comes to.
  {Mornings|Evenings|Wednesdays} belong to {client}, the {rest|other half} of the week is {free|yours}.
  {Three|Four|Five} people taught me this trade, {one|two} of them at {client}.
  Silence is no {good|bad} sign with me: it means {I am at it|I am measuring|the kettle is on}.
  I {left|moved out of} a {large|loud|glass} office {for|because of} {client} and {have not looked back|would do it again}.
  {Nine|Seven|Eight} of ten clients {return|write again}; {client} {is the tenth|did after five years}.
  If your job is {too large|too quick|not mine} I {say so|tell you}, as I {said to|told} {client}.
  On {rainy days|trains|Sundays} I read about {paper|tides|old machines|bridges|bees}, and it {helps|shows} more than one would think.
  {habit}, a thing I {took over from|learned at} {client}.
  {habit}; {client} {laughed at|copied} it.
  For {client} I {once|one spring|last autumn} worked {on a boat|in a store room|behind the stage} for {two|three} weeks.
  My {desk|chair|lamp|kettle} is older than I am, my {tools|files|habits} are not.
  {Two|Three|Four} languages at home, one at work, and {drawings|numbers} where both fail.
  What I {dislike|avoid}: {meetings without an end|files called final2|guessing|hurry on a Friday}. What I {like|look for}: {clear questions|odd shapes|small print|people who know their trade}.
  {Ask|Call} {client} or {client} if you {want|need} an opinion that is not mine.
  {client} {found|sent for} me {by accident|over a neighbour|through a notice at the grocer’s}, {effect}.
  A {week|month|winter} at {client} {changed|mended} how I {plan|estimate|count}.
  {years} years sounds {long|short}; {client} would say it {is|feels} {enough|right}.
  {habit}. {client} {likes|needed} that.
  I am {slow|careful} at the {start|beginning} and {quick|light} at the end, {effect}.
  I {broke|lost|spoiled} something {big|costly} once, at {client}, and have {made copies|tested|asked} ever since.
  Since {my son was born|the move|the flood|last spring} I work {half days|four days|from six to two}.
  {Nothing|Little} leaves my desk {unread|untested|without a name}; {client} {counts|counted} on it.
  I like {jobs|tasks} with {an edge|a deadline|a smell of oil|numbers in them}, for example that of {client}.
  {city} is {small|windy|far from everything}, so I {learned|had} to do {much|most things} {alone|by mail}.
  My {mother|uncle|neighbour} ran {client}; I {grew up|did my homework} under the counter.
  {One|The best} of my {works|jobs} {hangs|stands|runs} at {client}, {effect}.
  {Fewer|Less}, but {finished|right}: {client} has that from me {in writing|on a mug}.
  {Give|Leave} me {an hour|a day} with your {problem|papers|mess}, then I {ask|know what to ask}.
  I {speak|write} {plainly|shortly}, {effect}.
  When {client} {moved|changed owners|burned down} I {stayed|carried boxes|kept the records safe}.
  {client} pays in {time|cakes too|full}, {client} in {good words|old tickets as well}: both are {fine|still with me}.
  There is {no team|nobody else} here, only {a cat|two plants|a window to the yard}, and {habit}.
  {Every|Each} {spring|January} I {throw out|sort} what I do not {use|need}, {methods|habits} too.
  I was {a nurse|a cook|a postman|a sailor|a teacher} for {few} years {and it shows|before this}.
  {Questions|Doubts} cost {nothing|nothing with me}; {client} asked {forty|a hundred}.
  I do not {work|take jobs} at {night|weekends}, {client} {waited|understood} and so {will you|did others}.
  {habit} because {client} once {paid|waited} twice.
  With {client} we {stopped|ended} after {two|three} {weeks|drafts}, and that {was right|taught me something}.
  Some {call|find} it {fussy|slow}: {habit}.
  {Half|A third} of what I {learned|know} comes from {mistakes at|people at|a cupboard of} {client}.
  The {best|kindest} thing a client {said|wrote} came from {client}: "{no fuss|it simply works|ask again|finally}".
  {Autumn|Spring|Summer} is {full|quiet} here, {client} {takes|fills} it.
  I {measure|count|write down} {before|after}, {client} has the {sheet|list|proof}.
  I grew into this at {client}, {few} years, {no|one} day off {sick|in May}.
  {Cheap|Fast|Big} is not my {word|line}; {exact|kind|on time} is.
  {Somewhere|In a drawer} at {client} lies my {first|worst} {draft|version}, and I {visit|greet} it.
  {habit}, {even|also} on {small|tiny} jobs.
`);

/** Openers and closers, apart from the trade. */
const OPENERS = lines(`
  {Hello|Good day|Welcome}, I am {name} {from|in} {city}.
  {name} here, {title} in {city}.
  I live in {city} and work {from home|from a shared office|from my kitchen}.
  {city} is home, the {net|desk} is where I work.
  You found {name}, {years} years a {title}.
  I work alone, from {city}, {mornings mostly|in daylight|when the house is quiet}.
  People {call|know} me as {name}; I am a {title} by trade.
  After {client} and {client} I {became|turned} {title} on my own account.
`);
const CLOSERS = lines(`
  {habit}, and {hobby}.
  {habit}. {habit}.
  When I do not work {hobby}.
  {hobby}, and on workdays {habit}.
  {habit}; ask {client}.
  Otherwise: {hobby}, {hobby}.
`);

/** About texts in other languages: local sites are written so. Sentences, and lists that they name. */
interface LocalWords {
  sentences: readonly string[];
  lists: Record<string, readonly string[]>;
}

const LOCAL: Record<string, LocalWords> = {
  Spanish: {
    sentences: lines(`
      {Soy|Me llamo} {name} y {vivo|trabajo} en {city}.
      Llevo {years} años {entre planos y pantallas|con este oficio|por mi cuenta}, {gusto}.
      Lo último fue {cosa} para {cliente}, {efecto}.
      {Antes|De joven} trabajé {en|para} {cliente}, {donde aprendí a escuchar|y ahí me picó el oficio|de lunes a sábado}.
      Si quiere una muestra, pida ver {cosa} que hice con {cliente}.
      {gusto}, así que {cosa} o {cosa} me {caen bien|alegran la semana}.
      {Cliente tras cliente|Poco a poco} se aprende: con {cliente} aprendí a {medir|callar|preguntar} antes.
      {Aviso|Escribo} {enseguida|el mismo día} cuando {algo se atrasa|cambia el precio|dudo}, {efecto}.
      Me encargan sobre todo {cosa}, a veces {cosa}, {pocas veces|una vez} {cosa}.
      {Fuera|Lejos} del trabajo {pasatiempo} y {pasatiempo}.
      Con {cliente} llevo {dos|tres|cuatro|seis} años, con {cliente} {apenas uno|más de siete}.
      {Los domingos|De noche} {pasatiempo}, {cosa que se nota|nada más|sin vergüenza}.
    `),
    lists: {
      cliente: words(
        'una panadería, un club de remo, dos ópticas, un taller de motos, una librería, un vivero, una escuela de baile, un museo chico, una clínica, un coro, una quesería, una imprenta, un camping, una radio',
      ),
      cosa: words(
        'un catálogo, un calendario de turnos, una etiqueta, un folleto, una planilla de costos, un manual, un vídeo corto, una base de socios, un plano, una guía',
      ),
      efecto: words(
        'y todavía se usa, y me volvieron a llamar, que ahorró muchas horas, sin una sola queja, y quedó en la pared, que terminamos antes de plazo',
      ),
      gusto: words(
        'prefiero pocas palabras, pruebo todo dos veces, dibujo antes de empezar, anoto cada cambio, entrego los viernes, cobro lo que digo',
      ),
      pasatiempo: words(
        'toco el bajo, cocino para muchos, corro despacio, cuido un huerto, juego al ajedrez, arreglo radios, canto, nado',
      ),
    },
  },
  Portuguese: {
    sentences: lines(`
      {Sou|Aqui é} {name}, {moro|trabalho} em {city}.
      São {years} anos {entre telas e papéis|neste ofício|por conta própria}, {gosto}.
      O mais recente foi {coisa} para {cliente}, {efeito}.
      {Antes|No começo} trabalhei {em|para} {cliente}, {onde aprendi a ouvir|e ali peguei gosto|de segunda a sábado}.
      Se quiser uma amostra, peça {coisa} que fiz com {cliente}.
      {gosto}, por isso {coisa} ou {coisa} me {agradam|animam a semana}.
      Com {cliente} aprendi a {medir|calar|perguntar} antes, {efeito}.
      {Aviso|Escrevo} {logo|no mesmo dia} quando {algo atrasa|muda o preço|fico em dúvida}, {efeito}.
      Pedem sobretudo {coisa}, às vezes {coisa}, {raramente|uma vez} {coisa}.
      {Fora|Longe} do trabalho {passatempo} e {passatempo}.
      Com {cliente} estou há {dois|três|quatro|seis} anos, com {cliente} {só um|mais de sete}.
      {Aos domingos|De noite} {passatempo}, {e dá para notar|só isso|sem vergonha}.
    `),
    lists: {
      cliente: words(
        'uma padaria, um clube de vela, duas óticas, uma oficina, uma livraria, um viveiro, uma escola de dança, um museu pequeno, uma clínica, um coral, uma queijaria, uma gráfica, um camping, uma rádio',
      ),
      coisa: words(
        'um catálogo, uma agenda de horários, um rótulo, um folheto, uma planilha de custos, um manual, um vídeo curto, um cadastro de sócios, uma planta, um guia',
      ),
      efeito: words(
        'e usam até hoje, e me chamaram de novo, que poupou muitas horas, sem uma queixa, e está na parede, entregue antes do prazo',
      ),
      gosto: words(
        'prefiro poucas palavras, testo tudo duas vezes, desenho antes de começar, anoto cada mudança, entrego às sextas, cobro o que digo',
      ),
      passatempo: words(
        'toco baixo, cozinho para muitos, corro devagar, cuido da horta, jogo xadrez, conserto rádios, canto, nado',
      ),
    },
  },
  Ukrainian: {
    sentences: lines(`
      {Мене звати|Я —} {name}, {живу|працюю} у місті {city}.
      {years} років {у цій справі|на власний розсуд|між кресленнями й екранами}, {звичка}.
      Останнє — {річ} для {клієнта}, {наслідок}.
      {Раніше|Спершу} була робота для {клієнта}, {там навчили слухати|звідти й любов до справи|з понеділка до суботи}.
      Хочете зразок — попросіть показати {річ} для {клієнта}.
      {звичка}, тому {річ} чи {річ} мені {до душі|в радість}.
      З роботи для {клієнта} я знаю: спершу {міряй|мовчи|питай}, {наслідок}.
      {Пишу|Кажу} {одразу|того ж дня}, коли {щось запізнюється|змінюється ціна|маю сумнів}, {наслідок}.
      Замовляють здебільшого {річ}, інколи {річ}, {зрідка|одного разу} {річ}.
      {Поза роботою|У вихідні} {дозвілля} і {дозвілля}.
      Для {клієнта} працюю {два|три|чотири} роки, для {клієнта} {лише рік|понад сім}.
      {Щонеділі|Вечорами} {дозвілля}, {і це помітно|та й годі|без сорому}.
    `),
    lists: {
      клієнта: words(
        'пекарні, веслувального клубу, двох оптик, майстерні, книгарні, розсадника, школи танців, маленького музею, клініки, хору, сироварні, друкарні, кемпінгу, радіо',
      ),
      річ: words(
        'каталог, розклад записів, етикетку, буклет, таблицю витрат, посібник, короткий ролик, базу учасників, план, путівник',
      ),
      наслідок: words(
        'досі користуються, і мене покликали знову, це зберегло багато годин, без жодної скарги, тепер висить на стіні, здано раніше строку',
      ),
      звичка: words(
        'люблю мало слів, усе перевіряю двічі, спершу малюю, записую кожну зміну, здаю щоп’ятниці, беру стільки, скільки сказано',
      ),
      дозвілля: words(
        'граю на басі, готую на багатьох, бігаю повільно, пораю город, граю в шахи, лагоджу радіо, співаю, плаваю',
      ),
    },
  },
  Russian: {
    sentences: lines(`
      {Меня зовут|Я —} {name}, {живу|работаю} в городе {city}.
      {years} лет {в этом деле|на вольных хлебах|между чертежами и экранами}, {привычка}.
      Последнее — {вещь} для {клиента}, {итог}.
      {Раньше|Сначала} была работа для {клиента}, {там научили слушать|оттуда и любовь к делу|с понедельника по субботу}.
      Хотите образец — попросите показать {вещь} для {клиента}.
      {привычка}, поэтому {вещь} или {вещь} мне {по душе|в радость}.
      С работы для {клиента} я знаю: сначала {меряй|молчи|спроси}, {итог}.
      {Пишу|Говорю} {сразу|в тот же день}, когда {что-то опаздывает|меняется цена|есть сомнения}, {итог}.
      Заказывают чаще всего {вещь}, иногда {вещь}, {редко|однажды} {вещь}.
      {Вне работы|По выходным} {досуг} и {досуг}.
      Для {клиента} работаю {два|три|четыре} года, для {клиента} {всего год|больше семи}.
      {По воскресеньям|Вечерами} {досуг}, {и это заметно|и только|без стеснения}.
    `),
    lists: {
      клиента: words(
        'пекарни, гребного клуба, двух оптик, мастерской, книжного, питомника, школы танцев, маленького музея, клиники, хора, сыроварни, типографии, кемпинга, радио',
      ),
      вещь: words(
        'каталог, расписание записей, этикетку, буклет, таблицу расходов, пособие, короткий ролик, базу участников, план, путеводитель',
      ),
      итог: words(
        'до сих пор пользуются, и меня позвали снова, это сберегло много часов, без единой жалобы, теперь висит на стене, сдано раньше срока',
      ),
      привычка: words(
        'люблю мало слов, всё проверяю дважды, сначала рисую, записываю каждую правку, сдаю по пятницам, беру сколько сказано',
      ),
      досуг: words(
        'играю на басу, готовлю на многих, бегаю медленно, вожусь с огородом, играю в шахматы, чиню радио, пою, плаваю',
      ),
    },
  },
};

const PATTERN = /\{([^{}]*)\}/;

export interface Gaps {
  name: string;
  city: string;
  years: number | string;
  title: string;
  thing?: () => string;
}

/** A pattern with every gap filled. */
export function fill(random: Random, heldOut: boolean, pattern: string, gaps: Gaps, lists = LISTS): string {
  let text = pattern;
  for (let match = PATTERN.exec(text); match; match = PATTERN.exec(text)) {
    const [whole, inner = ''] = match;
    const listed = lists[inner];
    let put: string;
    if (inner.includes('|')) put = random.pick(inner.split('|'));
    else if (listed) put = random.pick(half(listed, heldOut));
    else if (inner === 'thing') put = gaps.thing?.() ?? 'website';
    else if (inner === 'few')
      put = random.pick(['two', 'three', 'four', 'five'].slice(0, Math.max(1, Number(gaps.years) - 2 || 4)));
    else if (inner === 'title') put = gaps.title.toLowerCase();
    else put = String(gaps[inner as 'name' | 'city' | 'years'] ?? inner);
    text = text.slice(0, match.index) + put + text.slice(match.index + whole.length);
  }
  if (lists === LISTS) text = text.replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
  return text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** What somebody writes about themselves, sentence by sentence. */
export function aboutSentences(
  random: Random,
  heldOut: boolean,
  trade: Trade,
  gaps: Gaps,
  language = 'English',
): string[] {
  const thing = () => random.pick(half(trade.things, heldOut));
  const all = { ...gaps, thing };
  const local = LOCAL[language];
  if (local) {
    const own = [...half(local.sentences, heldOut)];
    const chosen = Array.from(
      { length: random.int(3, 5) },
      () => own.splice(random.int(0, own.length - 1), 1)[0] ?? '',
    );
    return chosen.map((pattern) => fill(random, heldOut, pattern, all, local.lists));
  }
  const take = (from: string[], count: number) =>
    Array.from({ length: count }, () => from.splice(random.int(0, from.length - 1), 1)[0] ?? '');
  const sentences = [
    ...(random() < 0.7 ? [random.pick(OPENERS)] : []),
    ...take([...trade.about], random.int(1, 2)),
    ...take(half(GENERAL, heldOut), random.int(2, 4)),
    ...(random() < 0.5 ? [random.pick(CLOSERS)] : []),
  ];
  return sentences.map((pattern) => fill(random, heldOut, pattern, all));
}

const ROOTS = words(
  'Bright, Copper, Salt, Fern, Oak, Stone, Amber, North, Quill, Heron, Thistle, River, Maple, Iron, Lark, Tide, Elder, Silver, Moss, Kestrel, Hazel, Dune, Birch, Otter, Slate, Willow, Cinder, Juniper, Marsh, Pebble',
);
const TAILS = words(
  'field, lane, works, gate, mere, forge, bay, ridge, line, brook, yard, point, crest, wharf, loft, grove, mill, bridge, port, house',
);
/** Two-part invented word, used for employers, schools and handles. */
export function coined(random: Random, heldOut: boolean): string {
  return random.pick(half(ROOTS, heldOut)) + random.pick(half(TAILS, heldOut));
}

export const EMPLOYER_KINDS = words(
  'Software, Studio, Logistics, Media, Clinic Systems, Print, Travel, Energy, Foods, Insurance, Games, Instruments, Books, Data, Telecom, Tools',
);
export const SCHOOL_KINDS: readonly { en: string; local: Record<string, string> }[] = [
  {
    en: '# Technical University',
    local: {
      UA: 'Технічний університет «#»',
      RU: 'Технический университет «#»',
      ES: 'Universidad Técnica de #',
      BR: 'Universidade Técnica de #',
      DE: 'Technische Universität #',
      FR: 'Université technique de #',
    },
  },
  {
    en: '# College of Design',
    local: {
      UA: 'Коледж дизайну «#»',
      RU: 'Колледж дизайна «#»',
      ES: 'Escuela de Diseño de #',
      BR: 'Escola de Design de #',
      DE: 'Hochschule für Gestaltung #',
      FR: 'École de design de #',
    },
  },
  {
    en: 'University of #',
    local: {
      UA: 'Університет «#»',
      RU: 'Университет «#»',
      ES: 'Universidad de #',
      BR: 'Universidade de #',
      DE: 'Universität #',
      FR: 'Université de #',
    },
  },
  {
    en: '# Institute of Economics',
    local: {
      UA: 'Економічний інститут «#»',
      RU: 'Экономический институт «#»',
      ES: 'Instituto de Economía de #',
      BR: 'Instituto de Economia de #',
      DE: 'Wirtschaftsinstitut #',
      FR: "Institut d'économie de #",
    },
  },
];
export const DEGREES = [
  ['Bachelor of Science', 'BSc', 'B.Sc.'],
  ['Bachelor of Arts', 'BA', 'B.A.'],
  ['Master of Science', 'MSc', 'M.Sc.'],
  ['Diploma', 'Dipl.', 'Diploma'],
] as const;

/** Everyday sentences of a thread: nothing in them that any flag asks about. */
export const CLIENT_LINES = lines(`
  Good morning, how is it going?
  Could you look at the second page once more?
  Thanks, that looks right.
  When can I expect the next part?
  I have put the new pictures in the folder.
  The colours are fine now.
  One question about the table on page three.
  Please leave the old version online until Monday.
`);
export const FREELANCER_LINES = lines(`
  {Yes|Sure|Of course}, I will {look at it|change that|do so} {today|this afternoon|tomorrow}.
  The {first|second|last} part is {ready|done}, you find it in the {folder|draft}.
  {Thank you|Thanks}, {I saw them|got it|noted}.
  I {fixed|changed|moved} the {table|heading|button|footer} and {tested|checked} it on {two|three} phones.
  One thing is {unclear|open}: should the {date|price|name} be {shown|printed} {twice|in bold|at the top}?
  {Tomorrow|On Thursday|By noon} you get the {corrected|next} version.
  That took {longer|less} than {planned|I thought}, the {export|menu|index} was {odd|stubborn}.
`);
