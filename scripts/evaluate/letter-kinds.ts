// What letters of different people have in common though nobody copied anybody: published samples that whoever wants
// may fill in, and the habits of language models. And sentences that claim something: a year, a name, a place, a link.
// All invented here.
import type { Writer } from './letters.ts';
import type { Random } from './random.ts';

/** A name of somebody or something. */
export function nameOf(writer: Writer, next: Random): string {
  const long = writer.words(writer.own()).filter((word) => word.length > 4);
  const word = long.length > 0 ? next.pick(long) : 'verinor';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A sentence of somebody's own; one in four says something that can be checked. */
export function claimed(writer: Writer, next: Random): string {
  const sentence = writer.own();
  if (next() >= 0.25) return sentence;
  const name = nameOf(writer, next);
  return next.pick([
    `In ${next.int(2009, 2024)} I ${sentence}`,
    `For ${name} in ${nameOf(writer, next)} ${sentence}`,
    `My ${name.toLowerCase()} ${sentence}`,
    `It serves ${next.int(11, 980)} people and ${sentence}`,
    `${sentence}, see https://${name.toLowerCase()}.example/${next.int(1, 99)}`,
  ]);
}

/** Samples of cover letters as they stand on pages of advice; `{thing}` is what the client wants, `{}` something of one's own. */
export const SKELETONS: readonly (readonly string[])[] = [
  [
    'I am writing in response to your listing for the {thing}',
    'After reading it twice I am certain that this is the sort of assignment in which I do my best work',
    'What sets me apart from other applicants is the care with which I plan before anything gets built',
    '{}',
    'A typical engagement with me starts with a short questionnaire, followed by an outline and a first draft within days',
    'You will always know where things stand, because I send a brief note at the end of each working day',
    'Should this sound like a good match, I would be delighted to arrange a conversation at a time that suits you',
  ],
  [
    'Your {thing} sounds like a wonderful challenge and I would be honoured to take it on',
    'Allow me to introduce myself in a few words before we go into the particulars',
    '{}',
    'Clients tell me that I listen well, ask the right questions and hand over results that need no second round',
    'I never take on more than I can finish, so your assignment will have my undivided attention from the first day',
    'If you would like to see samples that resemble what you have in mind, just say so and I will send them along',
  ],
  [
    'To begin with the most important thing, yes, I can help you with the {thing}',
    'Here is how I would go about it, step by step, so that you can judge for yourself',
    'First I would clarify the goals with you, then sketch a plan, then build the riskiest part before everything else',
    '{}',
    'Every step ends with something that you can look at and comment on before the next one begins',
    'This way of working has kept surprises small and clients happy for as long as I have been doing it',
    'Tell me what you think and we can take it from there whenever you are ready',
  ],
  [
    'It was a pleasure to come across the description of your {thing} this morning',
    'Having done similar assignments for small firms and large ones alike, I understand what matters to you',
    'You need somebody dependable who gets on with it, and that is precisely what I offer',
    '{}',
    'On top of the work itself you get an honest opinion, even where it is not what you hoped to hear',
    'I would rather lose an assignment than promise something that cannot be kept',
  ],
];

/** A sentence in parts, of each of which one way of saying it is chosen; `{}` stands for words of one's own. */
type Habit = readonly (readonly string[])[];

/**
 * How letters of different people sound that one language model wrote for each of them: turns of phrase that come again
 * and again, each with words of one's own between. Hardly a sentence comes out the same twice.
 */
export const HABITS: readonly Record<'openings' | 'middles' | 'endings', readonly Habit[]>[] = [
  {
    openings: [
      [
        [
          'Your {thing} immediately resonated with me',
          'I was genuinely excited to read about your {thing}',
          'What drew me to your {thing}',
        ],
        ['because it combines', 'and the way it brings together', 'is how it balances'],
        ['{} with thoughtful execution', '{} and a clear sense of purpose', '{} in a single seamless experience'],
      ],
    ],
    middles: [
      [
        ['Rather than jumping straight into', 'Instead of diving head first into', 'Before writing a single line for'],
        [
          '{}, I would start by aligning on',
          '{}, my first step would be to clarify',
          '{}, we would take a moment to map out',
        ],
        ['what success looks like for you', 'the outcomes that matter most', 'how everything fits together'],
      ],
      [
        ['This ensures that', 'The result is that', 'In practice this means'],
        ['every milestone delivers', 'each iteration brings', 'all of the work provides'],
        ['tangible value for {}', 'measurable progress on {}', 'something you can show to {}'],
      ],
      [
        ['I pride myself on', 'Clients often highlight', 'At the heart of my process is'],
        ['proactive communication around {}', 'clear and honest updates on {}', 'a collaborative mindset towards {}'],
        ['so you are never left wondering', 'from kickoff to final delivery', 'at every stage of the journey'],
      ],
    ],
    endings: [
      [
        ['I would love to', 'It would be great to', 'I am happy to'],
        ['hop on a quick call about {}', 'explore {} in more depth', 'walk you through {}'],
        ['and see how we can bring this to life', 'whenever it suits you', 'at your earliest convenience'],
      ],
    ],
  },
  {
    openings: [
      [
        ['The {thing} you describe', 'Building a reliable {thing}', 'A well planned {thing}'],
        ['is exactly the kind of problem', 'is precisely the type of challenge', 'is the sort of undertaking'],
        ['that I enjoy solving through {}', 'where {} makes all the difference', 'in which {} really shines'],
      ],
    ],
    middles: [
      [
        ['Here is how I would tackle', 'Let me outline how I would approach', 'A sensible way to handle'],
        [
          '{}: starting with a solid foundation',
          '{} without overcomplicating things',
          '{} in small and verifiable steps',
        ],
        ['and iterating from there', 'while keeping an eye on the big picture', 'before adding anything on top'],
      ],
      [
        ['Scalability and maintainability of {}', 'Security and performance of {}', 'The long term health of {}'],
        ['would be considered from day one', 'would never be an afterthought', 'would be part of every decision'],
        ['and documented along the way', 'with tests that prove it', 'as a matter of course'],
      ],
    ],
    endings: [
      [
        ['If this aligns with', 'Should this match', 'In case this fits'],
        ['what you had in mind for {}', 'your expectations around {}', 'the direction you see for {}'],
        ['I can share a detailed plan', 'we could discuss the next steps', 'I am ready to get the ball rolling'],
      ],
    ],
  },
];

/** A sentence of a model’s habit. */
export function habitual(habits: readonly Habit[], thing: string, writer: Writer, next: Random): string {
  return next
    .pick(habits)
    .map((part) => next.pick(part).replaceAll('{thing}', thing))
    .join(' ')
    .replaceAll('{}', () => writer.unwords(writer.words(writer.own()).slice(0, next.int(2, 6))));
}
