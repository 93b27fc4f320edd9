/**
 * The language of scenes: a sandbox with one server, people on it, and the bot logged in. A scene that fails tells
 * what happened in it; one that ends well also has to have asked for nothing that Discord does not know, and to
 * have sent and been given only what Discord's own description allows, where that is present.
 */
import { expect, test } from 'vitest';
import {
  Actor,
  type ArrangedChannel,
  type ArrangedGuild,
  type MemberOptions,
  type Person,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.js';
import { discordSchema, faultsOf } from '../discord-schema.js';

/** A bot that has logged in to a sandbox. */
export type RunningBot = { stop(): Promise<void> };

export type StartBot = (sandbox: Sandbox) => Promise<RunningBot>;

/** What a scene has at hand. */
export type Scene = {
  readonly sandbox: Sandbox;
  readonly guild: ArrangedGuild;
  /** The channel #general. */
  readonly general: ArrangedChannel;
  /** A new member of the server who acts. */
  enter(options: MemberOptions | string): Character;
  /** Stops the bot and starts it again, as after a deployment. */
  restartBot(): Promise<void>;
};

/** Somebody who acts. */
export class Character extends Actor {
  readonly person: Person;

  constructor(sandbox: Sandbox, person: Person) {
    super(sandbox.stage, person);
    this.person = person;
  }

  get id(): string {
    return this.person.id;
  }

  get mention(): string {
    return this.person.mention;
  }
}

export type SceneOptions = SandboxOptions & {
  /** Problems that the scene is about; any other one fails it. */
  readonly expectedProblems?: readonly string[];
};

const schema = discordSchema();
const named = schema === null ? ' (not held against Discord’s schema, which is absent)' : '';

/** Makes the function that plays scenes with this bot. */
export function scenesWith(startBot: StartBot) {
  return (title: string, play: (scene: Scene) => Promise<void>, options: SceneOptions = {}): void => {
    test(`${title}${named}`, async () => {
      const sandbox = await startSandbox(options);
      const guild = sandbox.guild({ name: 'The newsroom' });
      const general = guild.channel('general');
      let bot = await startBot(sandbox);
      const scene: Scene = {
        sandbox,
        guild,
        general,
        enter: (given) => {
          const member = guild.member(typeof given === 'string' ? { name: given } : given);
          return new Character(sandbox, member);
        },
        restartBot: async () => {
          await bot.stop();
          bot = await startBot(sandbox);
        },
      };
      try {
        await play(scene);
        await sandbox.settled();
        expect(sandbox.problems).toEqual(options.expectedProblems ?? []);
        if (schema !== null) expect(faultsOf(schema, sandbox.traffic)).toEqual([]);
      } catch (error) {
        throw withTranscript(error, sandbox.transcript);
      } finally {
        await bot.stop();
        await sandbox.close();
      }
    });
  };
}

/** The same error, its message followed by what happened. */
function withTranscript(error: unknown, transcript: string): unknown {
  if (error instanceof Error && !error.message.includes(transcript)) {
    error.message = `${error.message}\n\nWhat happened:\n${transcript}`;
  }
  return error;
}
