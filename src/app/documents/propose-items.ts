import type { DocumentId, ReviewDecision, Store } from '../../store/index.ts';
import { modelMessages, type Proposals, readProposals } from '../../wire/index.ts';
import { addItem } from './decide.ts';
import { documentView } from './document-view.ts';
import { askModel, type ModelSettings } from './model-client.ts';

/** What a model proposed for a document, as it waits for a person. */
export interface Proposed {
  readonly model: string;
  readonly proposed: readonly ReviewDecision[];
  /** Items that wait or were decided on already. */
  readonly known: number;
  readonly refused: Proposals['refused'];
}

/**
 * Asks a model what a kept document says, and keeps the items whose words stand in the text as proposals that a person
 * must approve. The document's words go to the model's address and nowhere else. Throws `ENT_DOCUMENT_UNKNOWN`,
 * `ENT_MODEL_FAILED`.
 */
export async function proposeItems(
  store: Store,
  id: DocumentId,
  model: ModelSettings,
  now: () => Date,
): Promise<Proposed> {
  const { text, decisions } = await documentView(store, id);
  const { proposals, refused } = readProposals(await askModel(model, modelMessages(text)), text);
  const held = new Set(decisions.map(({ as }) => JSON.stringify(as)));
  const proposed: ReviewDecision[] = [];
  for (const { kind, span, value } of proposals) {
    if (held.has(JSON.stringify({ ...value, span }))) continue;
    const deciding = { by: `model:${model.name}`, why: 'proposed by a model', now, fourEyes: true };
    proposed.push(await addItem(store, id, { kind, quote: span.quote, start: span.start, value }, deciding));
  }
  return { model: model.name, proposed, known: proposals.length - proposed.length, refused };
}
