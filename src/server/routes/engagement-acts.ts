import type { FastifyInstance, FastifyRequest } from 'fastify';
import { evidenceInLists, evidenceInText, importEngagementTexts } from '../../app/index.ts';
import { API } from '../../contract/index.ts';
import {
  addEvidence,
  addHappening,
  addMeeting,
  addSelfReport,
  assess,
  confirmCommitment,
  decideEvidence,
  entryOfKind,
  mergeCommitments,
  rejectCommitment,
  reply,
  splitCommitment,
  withdraw,
  writeGuideline,
} from '../../engagement/index.ts';
import { parseMoment } from '../../kernel/index.ts';
import type { Cited, Recording } from '../../store/index.ts';
import { type Given, serve } from '../operation-route.ts';
import { present } from '../present.ts';
import type { Serving } from '../serving.ts';

const LONGEST_TEXT = 4 * 1024 * 1024;

/**
 * What persons do about dialogues and promises: each act is checked by the rules of `engagement`, recorded with who did
 * it, and shows in the next answer. Under four eyes what one person adds as evidence counts when another confirms it.
 */
export function engagementActRoutes(app: FastifyInstance, { record, now, settings }: Serving): void {
  const { engagement } = record.store;
  const { fourEyes } = settings;
  const today = () => now().toISOString().slice(0, 10);
  const by = ({ subject }: FastifyRequest): Recording => ({ at: now().toISOString(), by: subject.name });

  serve(app, API.addMeeting, ({ body, request }) =>
    addMeeting(engagement, { ...body, sources: body.sources.map(cited) }, by(request)),
  );

  serve(app, API.confirmCommitment, ({ params, body, request }) =>
    confirmCommitment(engagement, params.commitment, present(body), by(request)),
  );
  serve(app, API.rejectCommitment, ({ params, body, request }) =>
    rejectCommitment(engagement, params.commitment, body.why, by(request)),
  );
  serve(app, API.splitCommitment, async ({ params, body, request }) => ({
    split: params.commitment,
    parts: await splitCommitment(engagement, params.commitment, body.parts, by(request)),
  }));
  serve(app, API.mergeCommitments, async ({ body, request }) => ({
    merged: await mergeCommitments(engagement, body.commitments, by(request)),
    from: body.commitments,
  }));

  serve(app, API.addEvidence, ({ body, request }) => {
    const { source, retrieved, agency, origin, ...said } = body;
    const piece = {
      ...said,
      source: cited(source),
      retrieved: retrieved === null ? null : parseMoment(retrieved),
      ...present({ agency, origin }),
    };
    return addEvidence(engagement, piece, by(request), { fourEyes });
  });
  serve(
    app,
    API.proposeEvidence,
    async ({ body, request }) => {
      const { text, title, publisher, url, published } = body;
      const proposed =
        text === undefined
          ? await evidenceInLists(record.store, now)
          : await evidenceInText(
              record.store,
              {
                text,
                source: { title, ...present({ publisher, url }) },
                ...(published === undefined ? {} : { published: parseMoment(published) }),
                retrieved: today(),
              },
              now,
            );
      if (body.record) await engagement.record(proposed, by(request));
      return { recorded: body.record, proposed };
    },
    { bodyLimit: LONGEST_TEXT },
  );
  serve(app, API.decideEvidence, ({ params, body, request }) => {
    const standing = body.verdict === 'confirm' ? 'confirmed' : 'rejected';
    return decideEvidence(engagement, params.evidence, standing, by(request), { fourEyes });
  });

  serve(app, API.writeGuideline, async ({ body, request }) => {
    await entryOfKind(engagement, 'series', body.series);
    const { id, date = today(), sources, ...said } = body;
    const input = { ...said, date, sources: sources.map(cited), ...present({ id }) };
    return writeGuideline(engagement, input, by(request));
  });
  serve(app, API.assess, ({ body, request }) => {
    const { date = today(), sources, ...said } = body;
    return assess(engagement, { ...said, date, sources: sources.map(cited) }, by(request));
  });
  serve(app, API.reply, ({ params, body, request }) => {
    const { date = today(), sources, ...said } = body;
    const input = { assessment: params.assessment, ...said, date, sources: sources.map(cited) };
    return reply(engagement, input, by(request));
  });
  serve(app, API.addHappening, ({ body, request }) =>
    addHappening(engagement, { ...body, sources: body.sources.map(cited) }, by(request)),
  );
  serve(app, API.addSelfReport, ({ body, request }) =>
    addSelfReport(engagement, { ...body, sources: body.sources.map(cited) }, by(request)),
  );
  serve(app, API.withdrawEntry, ({ params, body, request }) =>
    withdraw(engagement, params.entry, body.why, by(request)),
  );

  serve(
    app,
    API.importDialogue,
    ({ body, request }) => {
      const text = { path: body.bodies ? 'bodies.yaml' : 'dialogue.yaml', text: body.yaml };
      return importEngagementTexts(record.store, [text], { now, by: request.subject.name });
    },
    { bodyLimit: LONGEST_TEXT },
  );
}

type Source = Given<typeof API.addEvidence>['body']['source'];

function cited(source: Source): Cited {
  return present(source);
}
