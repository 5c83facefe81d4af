import type { ClaimWords } from './words.ts';

export const pt: ClaimWords = {
  numbers: {
    um: 1,
    dois: 2,
    três: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
    treze: 13,
    catorze: 14,
    quatorze: 14,
    quinze: 15,
    vinte: 20,
  },
  years: 'anos?',
  decade: 'uma década',
  hedges: {
    atLeast: 'mais de|pelo menos|no mínimo|acima de',
    almost: 'quase|perto de|menos de|até',
    about: 'uns|cerca de|aproximadamente|por volta de',
  },
  experience: [
    '{years} de experiência(?: (?:profissional))?(?: (?:con|com|en|em|como) {subject})?',
    'experiência (?:profissional )?de {years}(?: (?:con|com|en|em|como) {subject})?',
    '(?:trabalho|trabalhando|atuo) (?:com|em|como|na área de) {subject} há {years}',
    'há {years} (?:trabalho|atuo) (?:com|em|como) {subject}',
    'faço isso há {years}',
    '(?:trabalho|trabalhando|atuo) (?:com|em|como|na área de) {subject} desde {year}',
  ],
  onSite: [
    '(?:neste|nesse|no) (?:site|portal) desde {year}',
    '(?:nesta|nessa|na) plataforma desde {year}',
    'me cadastrei (?:aqui|no site|na plataforma) em {year}',
  ],
  degree: 'formei\\p{L}*|gradu[eo]i\\p{L}*|diploma|bacharel\\p{L}*|conclu[ií]|terminei|curso',
  begun: 'desde|comecei|entrei|iniciei|até|a',
  study: 'estudei|estudante|alun[oa]|cursei|frequentei|curso',
  onlyEmployer:
    'tempo integral|período integral|nenhum outro (?:emprego|trabalho|empregador)|único (?:emprego|trabalho|empregador)|para mais ninguém|exclusiva\\p{L}*',
  lives: [
    '(?:moro|vivo|resido)(?: e trabalho)? (?:em|no|na) {place}',
    'meu (?:escritório|estúdio|ateliê)(?: em casa)? fica (?:em|no|na) {place}',
    'minha casa fica (?:em|no|na) {place}',
    'trabalho de {place}',
  ],
  alone: [
    'trabalho sozinh[oa]',
    'não (?:tenho|há) equipe',
    'ninguém mais (?:escreve|trabalha|mexe)',
    'faço tudo sozinh[oa]',
  ],
  team: [
    'minha equipe de {count}',
    'somos (?:uma equipe de )?{count} (?:desenvolvedores|pessoas|designers|engenheiros)',
    'minha equipe (?:já|está|começou|começa|e eu)',
    'meus (?:desenvolvedores|designers|funcionários|colegas) (?:já|estão|começaram)',
  ],
  general: 'isso|isto|este|esta|o|a|meu|minha|um|uma|setor|ramo|profissão|área|trabalho|mesmo',
  others:
    'usted|ustedes|você|vocês|seu|sua|cliente|clientes|juntos|juntas|nós|nosso|nossa|equipe|empresa|agência|filha|filho|esposa|marido|idade|pede|pedem',
  notNow:
    'nasci|nascido|nascida|até|morava|morei|vivi|cresci|vou|mudarei|mudei|próximo|próxima|empresa|cliente|clientes|antes|às vezes|viajo|visito|semanas?|meses',
  not: 'não|nunca|sem|nem',
  past: 'foi|era|liderei|tive|anterior|último|última|antes',
  leadIn: 'como (?:pediu|perguntou)|sobre sua pergunta|respondendo',
};
