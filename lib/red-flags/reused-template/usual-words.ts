// What anybody may write in a letter: it makes no claim (claims.ts). In the languages that clients' sites are in, in small
// letters and without apostrophes. A word that is missing here makes a finding stronger than it should be.

/** Figures that stand in anybody's letter: lists, "24/7", "100 %". */
export const usualNumbers: ReadonlySet<string> = new Set([
  '0',
  '1',
  '2',
  '3',
  '4',
  '7',
  '24',
  '100',
  '247',
  '1st',
  '2nd',
  '3rd',
]);

const words = (text: string) => new Set(text.split(/[\s/]+/).filter(Boolean));

/** Numbers in words, from where they are no mere "one or two" on. */
export const numberWords: ReadonlySet<string> =
  words(`three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen
  tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta cuarenta cincuenta cien ciento mil docena
  três quatro sete oito nove dez onze doze vinte trinta quarenta cinquenta cem dúzia
  trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante mille
  drei vier fünf sechs sieben acht neun zehn zwölf zwanzig dreißig hundert tausend
  три четыре пять шесть семь восемь девять десять одиннадцать двенадцать двадцать тридцать сорок пятьдесят сто тысяча`);

/** "my", "our" in languages that clients' sites are in. */
export const ours: ReadonlySet<string> =
  words(`my our / mi mis nuestro nuestra nuestros nuestras / meu minha meus minhas nosso nossa nossos nossas
  mon ma mes notre nos / mein meine meinen meinem meiner unser unsere unseren unserem unserer / mio mia miei mie nostro nostra nostri nostre
  мой моя моё мое мои моего моей моих моим моими моём наш наша наше наши нашего нашей наших нашим нашими`);

/** What everybody has in a letter: it makes no claim that it is "mine". */
export const usualThings: ReadonlySet<string> =
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
export const notNames: ReadonlySet<string> =
  words(`i im ive ill id sir madam hiring manager dear hello hi client team english spanish french german portuguese russian arabic chinese
  hindi monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december upwork freelancer fiverr guru workana peopleperhour truelancer freelancehunt react angular vue node nodejs javascript typescript
  python django flask fastapi java kotlin swift flutter dart php laravel symfony codeigniter wordpress woocommerce shopify magento drupal joomla
  html css sass bootstrap tailwind jquery next nextjs nuxt express nest mongodb mysql postgresql postgres sqlite redis firebase supabase aws
  azure google cloud docker kubernetes jenkins git github gitlab linux windows mac macos ios android figma photoshop illustrator sketch canva
  excel word powerpoint sheets docs zapier airtable notion slack trello jira asana zoom skype stripe paypal ruby rails golang go rust unity unreal
  blender autocad solidworks tensorflow pytorch openai chatgpt gpt ai api apis rest graphql seo ui ux crm erp saas mvp qa ci cd sql nosql web3
  solidity ethereum blockchain scrum agile webflow wix squarespace elementor hubspot salesforce quickbooks facebook instagram linkedin youtube
  tiktok twitter ads analytics full stack frontend backend developer designer engineer`);
