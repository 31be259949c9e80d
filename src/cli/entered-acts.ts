import type { Command } from 'commander';
import { wordTable } from '../kernel/index.ts';
import type { Action } from '../policy/index.ts';
import type { Json } from '../store/index.ts';

/**
 * What is done at this machine and enters the audit log by itself, under the action that a route of the server enters it
 * under. Screenings, accounts, keys and markings are entered where they happen, with what they found.
 */
const ENTERED: Readonly<Record<string, Action>> = wordTable({
  accept: 'decide',
  reject: 'decide',
  'same accept': 'decide',
  'same reject': 'decide',
  'same approve': 'decide',
  'same withdraw': 'decide',
  'document review': 'decide',
  'exception add': 'propose',
  'exception approve': 'decide',
  'exception reject': 'decide',
  'exception withdraw': 'decide',
  'commitment confirm': 'decide',
  'commitment reject': 'decide',
  'commitment split': 'decide',
  'commitment merge': 'decide',
  'evidence add': 'decide',
  'evidence propose': 'propose',
  'evidence confirm': 'decide',
  'evidence reject': 'decide',
  guideline: 'decide',
  assess: 'decide',
  reply: 'decide',
  withdraw: 'decide',
  export: 'export',
});

/** The action under which a command is entered, and what it was asked; `undefined` for one that enters nothing here. */
export function enteredAct(
  command: Command,
): { readonly action: Action; readonly asked: { readonly [key: string]: Json } } | undefined {
  const words: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) words.unshift(at.name());
  const path = words.join(' ');
  const action = ENTERED[path];
  // A review that gives no reason decides nothing: it shows what waits.
  if (action === undefined || (path === 'document review' && command.opts().note === undefined))
    return undefined;
  const options = JSON.parse(JSON.stringify(command.opts())) as Json;
  return { action, asked: { command: path, arguments: [...command.args], options } };
}
