/** What saying something in a statement does, where it promises. After Searle's commissives (1976), in our words. */
export const PROMISING_ACTS = ['commit', 'intend', 'reaffirm', 'acknowledge'] as const;

/** What saying something in a statement does, where it takes a position and promises nothing. */
export const POSITION_ACTS = ['praise', 'condemn', 'urge', 'reject', 'threaten', 'stance'] as const;

/** Every speech act that is told apart. */
export const SPEECH_ACTS = [...PROMISING_ACTS, ...POSITION_ACTS] as const;

/** How far the verb of a promise binds, the strongest first. */
export const BINDING_FORCES = ['strong', 'medium', 'weak'] as const;

/** One of {@link PROMISING_ACTS}. */
export type PromisingAct = (typeof PROMISING_ACTS)[number];

/** One of {@link POSITION_ACTS}. */
export type PositionAct = (typeof POSITION_ACTS)[number];

/** One of {@link SPEECH_ACTS}. */
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** One of {@link BINDING_FORCES}. */
export type BindingForce = (typeof BINDING_FORCES)[number];
