/** The language of a text by its script, where the record states none: which font and direction it needs. */
const SCRIPT_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/[ٹڈڑںھہےۓ]/u, 'ur'],
  [/[ټډړږښګڼۍې]/u, 'ps'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Han}/u, 'zh'],
];

/**
 * A name, alias or quotation from a source, kept apart from the direction of the text around it and marked with
 * its language, stated or told by its script.
 */
export function Name({ text, language }: { readonly text: string; readonly language?: string | null }) {
  const lang = language ?? SCRIPT_LANGUAGE.find(([pattern]) => pattern.test(text))?.[1];
  return <bdi lang={lang}>{text}</bdi>;
}

/** Up to this length an id or a date stays on one line: a date broken at its hyphens is hard to read. */
const LONGEST_WHOLE = 22;

/** An id, a date or a number: always left to right. */
export function Code({ text }: { readonly text: string }) {
  return (
    <span
      dir="ltr"
      style={{
        fontVariantNumeric: 'tabular-nums',
        unicodeBidi: 'isolate',
        whiteSpace: text.length <= LONGEST_WHOLE ? 'nowrap' : 'normal',
      }}
    >
      {text}
    </span>
  );
}
