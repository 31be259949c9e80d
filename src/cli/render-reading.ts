import type {
  Attribution,
  Check,
  Commitment,
  Mention,
  Participant,
  Party,
  Reading,
  WireEvent,
} from '../wire/index.ts';
import type { Io } from './terminal/io.ts';
import type { Style } from './terminal/style.ts';
import { wrap } from './terminal/wrap.ts';

/** A reading as a person would want it: the document, then what it says by kind, each item with its words. */
export function renderReading(reading: Reading, io: Io, style: Style): string {
  const page = new Page(reading, io, style);
  return [
    page.document(),
    page.section(
      'What happened',
      reading.events.map((event) => page.event(event)),
    ),
    page.section(
      'Who did it, and who says so',
      reading.attributions.map((attribution) => page.attribution(attribution)),
    ),
    page.section(
      'Who accuses whom',
      reading.allegations.map((allegation) => page.allegation(allegation)),
    ),
    page.section(
      'What was promised',
      reading.commitments.map((commitment) => page.commitment(commitment)),
    ),
    page.section(
      'Said without a promise',
      reading.positions.map((position) => page.position(position)),
    ),
    page.section(
      'Is it right about the lists?',
      reading.checks.map((check) => page.check(check)),
    ),
    page.section('Who is named', page.mentions()),
    `\n${style.dim('Read by machine; nothing here has been confirmed by a person.')}\n`,
  ].join('');
}

class Page {
  readonly #reading: Reading;
  readonly #io: Io;
  readonly #style: Style;
  readonly #captions: ReadonlyMap<string, string>;

  constructor(reading: Reading, io: Io, style: Style) {
    this.#reading = reading;
    this.#io = io;
    this.#style = style;
    this.#captions = new Map(
      reading.mentions.flatMap(({ entity, caption }): [string, string][] =>
        entity === null || caption === null ? [] : [[entity, caption]],
      ),
    );
  }

  document(): string {
    const { document } = this.#reading;
    const style = this.#style;
    const from = [
      document.publisher,
      document.agency === null || document.agency === document.publisher ? null : `from ${document.agency}`,
      document.syndicated ? 'syndicated' : null,
      document.dateline === null ? null : document.dateline.place,
      document.firstPublished ??
        document.updated ??
        (document.reference === null ? null : document.reference.value),
    ].filter((part) => part !== null);
    const warnings = document.warnings.map(
      (warning) => `${style.warn(`note: ${warning.replaceAll('-', ' ')}`)}\n`,
    );
    return [
      `${style.strong(style.foreign(document.headline ?? '(no headline)'))}\n`,
      `${style.dim(from.join(' · '))}\n`,
      ...warnings,
    ].join('');
  }

  section(title: string, items: readonly string[]): string {
    return items.length === 0 ? '' : `\n${this.#style.strong(title)}\n${items.join('')}`;
  }

  event(event: WireEvent): string {
    const style = this.#style;
    const what = [
      event.subtype === null ? event.type : `${event.type} (${event.subtype.replaceAll('-', ' ')})`,
      event.status === 'happened' ? '' : style.warn(event.status),
      event.programmes.length === 0 ? '' : `as ${event.programmes.join(', ')}`,
      event.where?.text == null ? '' : `in ${style.foreign(event.where.text)}`,
    ].filter((part) => part !== '');
    const when = event.when === null ? '' : ` ${style.dim(`from “${event.when.basis.quote}”`)}`;
    const roles = new Map<string, Participant[]>();
    for (const participant of event.participants)
      roles.set(participant.role, [...(roles.get(participant.role) ?? []), participant]);
    const people = [...roles].map(
      ([role, list]) => `${role}: ${list.map((one) => this.#participant(one)).join('; ')}`,
    );
    const counts = [
      event.killed === null ? '' : `killed: ${range(event.killed)}`,
      event.injured === null ? '' : `injured: ${range(event.injured)}`,
    ].filter((part) => part !== '');
    return this.#item(event.when?.value ?? 'no date', `${what.join(', ')}${when}`, [
      ...people,
      ...counts,
      this.#quote(event.span.quote),
    ]);
  }

  attribution(attribution: Attribution): string {
    const event = this.#reading.events.find((one) => one.id === attribution.event);
    const about =
      event === undefined
        ? ''
        : `${event.subtype?.replaceAll('-', ' ') ?? event.type}${event.when?.value == null ? '' : ` of ${event.when.value}`}`;
    const actor = attribution.actor === null ? 'nobody' : this.#party(attribution.actor);
    const said = [
      attribution.speaker === null ? '' : `says ${this.#party(attribution.speaker)}`,
      attribution.reporter === null ? '' : `reported by ${attribution.reporter}`,
      attribution.hedge === null ? '' : `“${attribution.hedge}”`,
    ].filter((part) => part !== '');
    const text = `${actor}: the ${about}`;
    return this.#item(attribution.kind.replaceAll('-', ' '), text, [
      said.join('; '),
      this.#quote(attribution.span.quote),
    ]);
  }

  allegation(allegation: Reading['allegations'][number]): string {
    const accuser = allegation.accuser === null ? 'nobody named' : this.#party(allegation.accuser);
    const denial =
      allegation.denial === null
        ? 'no denial in this text'
        : `denied by ${this.#party(allegation.denial.speaker)}`;
    const hedge = allegation.hedge === null ? '' : ` “${allegation.hedge}”`;
    const text = `${accuser} says that ${this.#party(allegation.accused)} is${hedge} ${allegation.act} ${this.#party(allegation.of)}; ${denial}`;
    return this.#item('alleged', text, [this.#quote(allegation.span.quote)]);
  }

  commitment(commitment: Commitment): string {
    const style = this.#style;
    const measurable = commitment.measurable ? style.good('measurable') : style.warn('not measurable');
    const due = commitment.due?.value == null ? '' : `, due ${commitment.due.value}`;
    return this.#item(
      `${commitment.parties.join(', ') || '?'} ${commitment.speechAct}`,
      `${commitment.topic.replaceAll('-', ' ')}; ${measurable}: ${commitment.why}${due}`,
      [
        commitment.against.length === 0
          ? ''
          : `against ${commitment.against.map((one) => one.caption).join(', ')}`,
        this.#quote(commitment.span.quote),
      ],
    );
  }

  position(position: Reading['positions'][number]): string {
    return this.#item(
      `${position.parties.join(', ') || '?'} ${position.speechAct}`,
      this.#quote(position.span.quote),
      [],
    );
  }

  check(check: Check): string {
    const style = this.#style;
    const tone = {
      supported: style.good,
      contradicted: style.bad,
      'agent-unstated': style.warn,
      'not-in-record': style.warn,
      'list-not-loaded': style.warn,
    }[check.verdict];
    const because = check.because.map((fact) => {
      const key = fact.reference === '' ? fact.list : `${fact.list}:${fact.reference}`;
      const dates = `${fact.from ?? 'no date'}${fact.to === null ? '' : ` until ${fact.to}`}`;
      const how =
        fact.relation === 'matches' ? '' : ` ${style.dim(`(${fact.relation.replaceAll('-', ' ')})`)}`;
      return `${fact.country}, ${key}${fact.programmes.length === 0 ? '' : ` ${fact.programmes.join(', ')}`}: since ${dates}${how}`;
    });
    return this.#item(tone(check.verdict.replaceAll('-', ' ')), check.claim, [
      check.note,
      ...because,
      this.#quote(check.span.quote),
    ]);
  }

  mentions(): readonly string[] {
    const style = this.#style;
    const byName = new Map<string, Mention[]>();
    for (const mention of this.#reading.mentions) {
      if (mention.kind === 'state' || mention.kind === 'place' || mention.kind === 'programme') continue;
      const key = mention.entity ?? `${mention.kind} ${mention.caption ?? mention.span.quote}`;
      byName.set(key, [...(byName.get(key) ?? []), mention]);
    }
    return [...byName.values()].map((mentions) => {
      const [first] = mentions;
      if (first === undefined) return '';
      const words = [...new Set(mentions.map((mention) => mention.span.quote))];
      const flags = [
        ...new Set(
          mentions.flatMap((mention) =>
            mention.flags.map((flag) => `“${mention.span.quote}” ${flag.replaceAll('-', ' ')}`),
          ),
        ),
      ];
      const candidates =
        first.entity === null && first.candidates.length > 0
          ? `may be ${first.candidates.map((one) => one.caption).join(' or ')}`
          : '';
      const office =
        first.role === null ? '' : `, ${first.role}${first.country === null ? '' : ` (${first.country})`}`;
      const caption = first.caption ?? first.span.quote;
      const as =
        words.length === 1 && words[0] === caption
          ? ''
          : ` ${style.dim(`as ${words.map((word) => style.foreign(word)).join(', ')}`)}`;
      return this.#item(first.kind, `${style.foreign(caption)}${office}${as}`, [
        candidates,
        ...flags.map((flag) => style.warn(flag)),
      ]);
    });
  }

  /** One item: what it is, what it says, and lines below it. */
  #item(label: string, text: string, below: readonly string[]): string {
    const lines = below.filter((line) => line !== '').flatMap((line) => wrap(line, this.#width(), '      '));
    return [...wrap(`${this.#style.strong(label)}  ${text}`, this.#width(), '  ', '      '), ...lines].join(
      '',
    );
  }

  #width(): number {
    return this.#io.terminal.out ? Math.min(this.#io.terminal.columns, 110) : 110;
  }

  #participant(participant: Participant): string {
    const office = participant.office === null ? '' : `, ${participant.office}`;
    const country =
      participant.country === null || participant.kind === 'state' ? '' : ` (${participant.country})`;
    return `${this.#party(participant)}${office}${country}`;
  }

  /** The words of the text, and the record's name beside them where it differs. */
  #party(party: Party): string {
    const caption = party.entity === null ? null : (this.#captions.get(party.entity) ?? null);
    const text = this.#style.foreign(party.text);
    return caption === null || caption.toLowerCase() === party.text.toLowerCase()
      ? text
      : `${text} [${this.#style.foreign(caption)}]`;
  }

  #quote(quote: string): string {
    return this.#style.dim(`“${this.#style.foreign(quote.replace(/\s+/g, ' '))}”`);
  }
}

function range(count: { readonly low: number; readonly high: number | null }): string {
  return count.high === count.low
    ? String(count.low)
    : count.high === null
      ? `${count.low} or more`
      : `${count.low} to ${count.high}`;
}
