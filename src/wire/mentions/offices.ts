/** Words that stand right before a person's name. Lower case; two-word titles are found word by word. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof professor ambassador president premier prime minister secretary senator governor mayor ' +
    'judge justice general gen lt lieutenant col ' +
    'colonel maj major brig brigadier capt captain admiral marshal field air chief inspector superintendent ' +
    'commissioner commander director chairman chairperson chairwoman spokesperson spokesman spokeswoman envoy ' +
    'coordinator adviser advisor deputy foreign interior defence defense home finance external affairs vice army ' +
    'navy police attorney chancellor speaker representative congressman undersecretary assistant acting'
  ).split(' '),
);

/** Titles that are part of the name as people use it. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'sir king queen prince sheikh shaikh mufti maulana maulvi mullah hafiz pir syed sayed haji qari'.split(' '),
);

/** Nouns that name an office, an officer or a rank: the head of a phrase that says who somebody is. */
export const OFFICES: ReadonlySet<string> = new Set(
  (
    'secretary minister coordinator ambassador envoy chief spokesperson spokesman spokeswoman commander director president ' +
    'premier adviser advisor commissioner inspector general chairman chairperson chairwoman head deputy official ' +
    'representative governor mayor senator counterpart leader founder chancellor marshal undersecretary officer ' +
    'superintendent prosecutor judge'
  ).split(' '),
);

/** Last words of capitalised names that are no persons. */
export const NOT_PERSONS: ReadonlySet<string> = new Set(
  (
    'express movement army front ministry council dialogue group treaty highway province district city university ' +
    'hospital school bank company party court committee commission agency authority force forces police office ' +
    'department house day act law order list statement agreement pact accord summit forum initiative programme ' +
    'program region valley airport port station railway road river sea ocean strait gulf war operation league ' +
    'union federation association society foundation network brigade regiment corps command mosque church temple ' +
    'shrine market bazaar hotel times news post herald tribune standard conference consultations complex register ' +
    'island mountain pass bridge plaza tower camp base prison jail talks round state states nations republic security ' +
    'terrorism counterterrorism counter-terrorism affairs treasury defence defense interior cooperation group railway'
  ).split(' '),
);
