// Phrases of the trade and of writing assistants, in several languages. They are only a start: on the
// first pages nothing has been learned yet, and these must not be taken for a template. Which phrases
// are frequent is learned from what is seen, and soon outweighs this list.
import { HashSet } from './hash-set.ts';
import { shingles } from './shingles.ts';
import { tokenise } from './tokens.ts';

const phrases = [
  // English: openings
  'I have carefully read your project description and I am very interested in working on it',
  'I have gone through your project details and I understand your requirements clearly',
  "I've read through your project description and I'm confident that I can do this job",
  'I just read your job post and it is a perfect match for my skills and experience',
  'I am excited about the opportunity to work on your project',
  "I'm excited about the opportunity to work with you on this project",
  'I came across your job posting and would love to help you with this project',
  'Your project caught my attention because it aligns perfectly with my skills and expertise',
  'Thank you for posting this project. I hope you are doing well. Hope you are having a great day',
  'Dear hiring manager, I am writing to express my interest in your project',
  'Greetings of the day. Dear client, warm greetings. Hello sir, good morning, good day',
  'I am writing to apply for the position. I would like to apply for this job',
  'I am interested in your project and I would love to discuss it with you',
  // English: claims
  'I am confident that I can deliver high quality work within your timeline and budget',
  'I am a full stack developer with more than 5 years of experience in web development',
  'I have over 10 years of experience in this field and a proven track record of successful projects',
  'I have extensive experience in building similar projects and I have completed many projects like this',
  'I am a professional graphic designer, web developer, data entry expert, content writer, software engineer',
  'with a strong background in web and mobile app development, I can help you bring your vision to life',
  'My expertise in this area makes me a perfect fit for this project. I am the right person for the job',
  'I pay attention to detail and I always deliver on time with regular updates and clear communication',
  'I am detail oriented, reliable and committed to delivering high quality results that exceed your expectations',
  'I provide unlimited revisions until you are satisfied. Client satisfaction is my top priority. 100% satisfaction guaranteed',
  'My approach includes clean code, responsive design, thorough testing and ongoing support after delivery',
  'I will provide you with daily updates, full source code, documentation and free support after completion',
  'I am available to start immediately and can work in your time zone. I am ready to start right away',
  'I am available full time, 40 hours per week',
  'Please check my portfolio and reviews. You can see my previous work on my profile. Here are some of my recent works',
  'I understand that you are looking for an experienced developer. I understand that you need',
  "I've successfully completed similar projects with excellent feedback from my clients",
  'leveraging my expertise, seamless user experience, scalable and robust solution tailored to your needs',
  // English: endings
  'Looking forward to working with you. I look forward to hearing from you soon',
  "Let's discuss the project in more detail. Please feel free to contact me. Let's connect to discuss your requirements",
  "Please message me so that we can discuss further details. Let's chat and get started. Let me know if you have any questions",
  'I would love to discuss how I can help you achieve your goals. I would be happy to discuss your project further',
  "Thank you for your time and consideration. Thanks for considering my proposal. Let's bring your ideas to life",
  'Best regards. Kind regards. Warm regards. Yours sincerely. Thanks and regards. Have a great day ahead',
  'I am open to a quick call to discuss the details of the project at your convenience',
  // Spanish
  'Hola, he leído atentamente la descripción de tu proyecto y estoy muy interesado en trabajar contigo',
  'Tengo más de 5 años de experiencia en desarrollo web y puedo ayudarte con tu proyecto',
  'Estoy disponible para empezar de inmediato. Quedo atento a tus comentarios. Quedo a la espera de tu respuesta',
  'Quedo a tu disposición para cualquier duda o consulta. Saludos cordiales. Muchas gracias por tu tiempo',
  'Me gustaría ser parte de tu proyecto. Cuento con amplia experiencia en este tipo de proyectos',
  // Portuguese
  'Olá, tudo bem? Li a descrição do seu projeto e tenho muito interesse em trabalhar com você',
  'Tenho mais de 5 anos de experiência em desenvolvimento web. Estou à disposição para conversar sobre o projeto',
  'Fico à disposição para esclarecer qualquer dúvida. Aguardo o seu contato. Atenciosamente',
  // French, German, Italian, Turkish
  'Bonjour, j’ai lu attentivement la description de votre projet et je suis très intéressé',
  'Je reste à votre disposition pour toute question. Je suis disponible pour commencer immédiatement. Cordialement',
  'Ich habe Ihre Projektbeschreibung sorgfältig gelesen und würde mich freuen, Sie bei Ihrem Projekt zu unterstützen',
  'Ich freue mich auf Ihre Rückmeldung. Mit freundlichen Grüßen. Ich stehe Ihnen gerne zur Verfügung',
  'Ho letto attentamente la descrizione del progetto e sono molto interessato. Resto a disposizione. Cordiali saluti',
  'Merhaba, proje açıklamanızı dikkatlice okudum ve projenizle ilgileniyorum. İyi çalışmalar dilerim',
  // Russian, Ukrainian
  'Здравствуйте! Внимательно ознакомился с вашим заданием и готов приступить к работе прямо сейчас',
  'Добрый день! Имею большой опыт работы в данной сфере. Буду рад сотрудничеству. Готов ответить на все вопросы',
  'Жду вашего ответа. Пишите в личные сообщения, обсудим детали. С уважением',
  'Доброго дня! Ознайомився з вашим завданням і готовий приступити до роботи. Буду радий співпраці. Пишіть, обговоримо деталі',
  // Arabic, Hindi, Chinese
  'السلام عليكم ورحمة الله وبركاته، لقد قرأت تفاصيل مشروعك بعناية وأنا جاهز للبدء في العمل فورا',
  'لدي خبرة أكثر من خمس سنوات في هذا المجال. يسعدني التواصل معك لمناقشة التفاصيل. تحياتي',
  'नमस्ते, मैंने आपकी परियोजना का विवरण ध्यान से पढ़ा है और मैं इस पर काम करने के लिए तैयार हूँ',
  '您好，我仔细阅读了您的项目需求，我对这个项目非常感兴趣，我有多年的开发经验，期待与您合作',
];

let stockShingles: HashSet | undefined;

/** Shingles that are frequent in the trade; read when they are first asked for. */
export function shinglesOfTheTrade(): HashSet {
  if (!stockShingles) {
    stockShingles = new HashSet(4_000);
    for (const phrase of phrases) for (const shingle of shingles(tokenise(phrase))) stockShingles.add(shingle);
  }
  return stockShingles;
}
