import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACTIONS, clearanceOf, PURPOSES, ROLES, TLP } from '../../policy/index.ts';
import type { Account, Accounts } from '../../store/index.ts';
import { badInput } from '../problem.ts';

const ids = z.array(z.string().max(80)).max(100);
const clearance = z.object({
  tlp: z.enum(TLP).optional(),
  organisation: z.string().max(80).nullable().optional(),
  clientOf: ids.optional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .optional(),
  caveats: ids.optional(),
  purposes: z.array(z.enum(PURPOSES)).optional(),
});
const roles = z.array(z.enum(ROLES)).max(ROLES.length);
const password = z.string().max(1000);
const newAccount = z.strictObject({
  name: z.string().max(80),
  roles,
  clearance: clearance.default({}),
  password: password.optional(),
});
const change = z.strictObject({
  roles: roles.optional(),
  clearance: clearance.optional(),
  password: password.optional(),
  disabled: z.boolean().optional(),
});
const newKey = z.strictObject({
  label: z.string().min(1).max(200),
  scopes: z.array(z.enum(ACTIONS)).min(1).nullable().default(null),
  expiresAt: z.iso.datetime().nullable().default(null),
});

/**
 * `/api/v1/accounts` and the keys below: for administrators, what `entente user` and `entente key` do on the machine.
 * A key is given once; passwords are never entered in the audit log.
 */
export function accountRoutes(app: FastifyInstance, accounts: Accounts, now: () => Date): void {
  const config = { action: 'administer', auditBody: false } as const;

  app.get('/api/v1/accounts', { config }, async () => ({
    accounts: (await accounts.list()).map(publicly),
  }));

  app.post('/api/v1/accounts', { config }, async (request, reply) => {
    const given = checked(newAccount, request.body);
    const made = await accounts.add({
      ...given,
      password: given.password ?? null,
      by: request.subject.name,
      now: now().toISOString(),
    });
    return reply.code(201).send(publicly(made));
  });

  app.patch<{ Params: { name: string } }>('/api/v1/accounts/:name', { config }, async (request) => {
    const { disabled, clearance: cleared, ...given } = checked(change, request.body);
    const { name } = request.params;
    const before = await accounts.get(name);
    const changed = await accounts.change(name, {
      ...(given.roles === undefined ? {} : { roles: given.roles }),
      ...(given.password === undefined ? {} : { password: given.password }),
      ...(cleared === undefined ? {} : { clearance: { ...before.clearance, ...cleared } }),
      ...(disabled === undefined ? {} : { disabledAt: disabled ? now().toISOString() : null }),
    });
    return publicly(changed);
  });

  app.get<{ Params: { name: string } }>('/api/v1/accounts/:name/keys', { config }, async (request) => ({
    keys: await accounts.keys(request.params.name),
  }));

  app.post<{ Params: { name: string } }>(
    '/api/v1/accounts/:name/keys',
    { config },
    async (request, reply) => {
      const given = checked(newKey, request.body);
      const by = request.subject.name;
      const made = await accounts.addKey(request.params.name, { ...given, by, now: now().toISOString() });
      return reply.header('cache-control', 'no-store').code(201).send({ id: made.id, key: made.secret });
    },
  );

  app.delete<{ Params: { key: string } }>('/api/v1/keys/:key', { config }, async (request, reply) => {
    await accounts.revokeKey(request.params.key, now().toISOString());
    return reply.code(204).send();
  });
}

function publicly({ id, name, roles: held, clearance: kept, hasPassword, hasTotp, disabledAt }: Account) {
  return { id, name, roles: held, clearance: clearanceOf(kept), hasPassword, hasTotp, disabledAt };
}

function checked<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ where: ['body', ...path.map(String)].join('.'), what: message }));
  throw badInput(faults[0]?.what ?? 'the body is not understood', faults);
}
