import type { ClaimWords } from './words.ts';

export const es: ClaimWords = {
  numbers: {
    un: 1,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    veinte: 20,
  },
  years: 'años?',
  decade: 'una década',
  hedges: {
    atLeast: 'más de|al menos|por lo menos|mínimo',
    almost: 'casi|cerca de|menos de|hasta',
    about: 'unos|unas|alrededor de|aproximadamente|como',
  },
  experience: [
    '{years} de experiencia(?: (?:profesional|laboral))?(?: (?:con|com|en|em|como) {subject})?',
    'experiencia (?:profesional |laboral )?de {years}(?: (?:con|com|en|em|como) {subject})?',
    '(?:trabajo|llevo trabajando|trabajando) (?:con|en|como|de) {subject} (?:desde hace|hace) {years}',
    'llevo {years} (?:trabajando |dedicándome )?(?:con|en|como|a) {subject}',
    'llevo {years} en (?:esto|el sector|el oficio|la profesión)',
    'hago esto desde hace {years}',
    'me dedico a {subject} desde hace {years}',
    '(?:trabajo|trabajando) (?:con|en|como|de) {subject} desde {year}',
    'me dedico a {subject} desde {year}',
  ],
  onSite: [
    'en (?:este|esta) (?:sitio|plataforma|web|página) desde {year}',
    'me registré (?:aquí|en (?:este|esta) (?:sitio|plataforma|web)) en {year}',
  ],
  degree:
    'gradu[eé]\\p{L}*|licenci[eé]\\p{L}*|titul[eé]\\p{L}*|t[ií]tulo|diploma|termin[eé]|acab[eé]|egres\\p{L}*|carrera',
  begun: 'desde|empec[eé]|comenc[eé]|ingres[eé]|hasta|a',
  study: 'estudi[eé]|estudiante|alumn[oa]|curs[eé]|fui a|carrera',
  onlyEmployer:
    'tiempo completo|jornada completa|ningún otro (?:empleo|trabajo|empleador)|único (?:empleo|trabajo|empleador)|para nadie más|exclusiva\\p{L}*',
  lives: [
    '(?:vivo|resido)(?: y trabajo)? en {place}',
    'mi (?:oficina|despacho|estudio|casa|taller)(?: en casa)? está en {place}',
    'trabajo desde {place}',
  ],
  alone: [
    'trabajo (?:solo|sola|por mi cuenta y solo)(?! (?:con|en|por|para|de))',
    'no (?:tengo|hay) equipo',
    'nadie más (?:escribe|trabaja|toca)',
    'lo hago todo (?:yo|yo mismo|yo misma)$',
  ],
  team: [
    'mi equipo de {count}',
    'somos (?:un equipo de )?{count} (?:desarrolladores|personas|diseñadores|ingenieros)',
    'mi equipo (?:ha|está|empezó|empieza|y yo)',
    'mis (?:desarrolladores|diseñadores|empleados|colegas) (?:han|están|empezaron)',
  ],
  general: 'esto|este|esta|eso|el|la|lo|mi|un|una|sector|oficio|profesión|campo|área|trabajo|rubro|mismo',
  others:
    'você|vocês|seu|usted|ustedes|tu|su|sus|cliente|clientes|juntos|juntas|entre todos|nosotros|nuestro|nuestra|equipo|empresa|agencia|hija|hijo|esposa|marido|edad|pide|piden|tengo \\p{N}+ años y',
  notNow:
    'nací|nacido|nacida|hasta|vivía|viví|crecí|voy a|mudaré|mudarme|mudé|próximo|próxima|empresa|cliente|clientes|antes|a veces|viajo|visito|semanas?|meses',
  not: 'no|nunca|sin|ni',
  past: 'fue|era|dirigí|tuve|anterior|último|última|antes',
  leadIn: 'como (?:pidió|preguntó)|a su pregunta|respecto a su pregunta',
};
