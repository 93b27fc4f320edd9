/** Discord's refusals: HTTP status, JSON error code and message, and the tree that says which field is wrong. */

/** Codes and their wording. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const FAULTS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDirectMessage: [403, 50003, 'Cannot execute action on a DM channel'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  noHistoryForReply: [403, 160002, 'Cannot reply without permission to read message history'],
} as const;

export type FaultName = keyof typeof FAULTS;

/** What is wrong with one field. */
export type FieldFault = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};

type FieldTree = { [key: string]: FieldTree | { code: string; message: string }[] };

/** A refusal, thrown by whatever notices it and answered as Discord would. */
export class ApiFault extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(name: FaultName, fields: readonly FieldFault[] = []) {
    const [status, code, message] = FAULTS[name];
    const named = fields.map((field) => `${field.path.join('.')}: ${field.message}`);
    super([message, ...named].join('\n'));
    this.status = status;
    this.body = { code, message, ...(fields.length > 0 ? { errors: treeOf(fields) } : {}) };
  }
}

/** A refusal of one field of the body (50035). */
export function badField(path: readonly (string | number)[], code: string, message: string): ApiFault {
  return new ApiFault('invalidForm', [{ path, code, message }]);
}

/** https://docs.discord.com/developers/reference#error-messages */
function treeOf(fields: readonly FieldFault[]): FieldTree {
  const root: FieldTree = {};
  for (const { path, code, message } of fields) {
    let branch = root;
    for (const key of path) {
      const next = branch[String(key)] ?? {};
      if (Array.isArray(next)) break;
      branch[String(key)] = next;
      branch = next;
    }
    const faults = branch._errors;
    if (Array.isArray(faults)) faults.push({ code, message });
    else branch._errors = [{ code, message }];
  }
  return root;
}
