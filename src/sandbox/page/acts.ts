/** What people do on the page, done in the sandbox as them. */
import { type Actor, NotAnswered } from '../acting.js';
import type { Person } from '../arranging.js';
import type { Faults } from '../faults.js';
import type { Gateway } from '../gateway.js';
import { Impossible } from '../options.js';
import { type Shown, ShownMessage, ShownModal } from '../shown.js';
import type { World } from '../world.js';
import type { PageOptions } from './options.js';
import type { Scenery } from './scene.js';
import type { Act, Outcome } from './wire.js';
import * as wire from './wire.js';

export type Backstage = {
  readonly world: World;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly scenery: Scenery;
  readonly options: PageOptions;
  readonly actorFor: (person: Person) => Actor;
};

const DONE: Outcome = { kind: 'done' };

/** How long the bot is asked to wait after a 429 that a visitor provokes, in ms: to be seen, and no nuisance. */
const RETRY_AFTER = 2_000;

/** Does it, and says what it leads to; what Discord's own window would not let a person do is a sentence for them. */
export async function perform(stage: Backstage, act: Act): Promise<Outcome> {
  try {
    return await done(stage, act);
  } catch (error) {
    if (error instanceof Impossible) return { kind: 'failed', reason: error.message };
    // Its other lines are a transcript, which is for tests.
    if (error instanceof NotAnswered) return { kind: 'failed', reason: error.message.split('\n')[0] ?? '' };
    throw error;
  }
}

async function done(stage: Backstage, act: Act): Promise<Outcome> {
  switch (act.act) {
    case 'fault':
      return provoke(stage, act.fault);
    case 'action': {
      const action = stage.options.actions?.find(({ id }) => id === act.id);
      if (action === undefined) throw new Impossible('There is no such button.');
      return { kind: 'said', text: await action.run() };
    }
    case 'language':
      stage.scenery.person(act.as).user.locale = act.locale;
      return DONE;
    case 'submit': {
      const interaction = stage.world.interactions.get(act.modal);
      if (interaction?.state.state !== 'modal') throw new Impossible('That form is no longer open.');
      const modal = new ShownModal(interaction, interaction.state.modal);
      return outcomeOf(await actorOf(stage, act.as).submitModal(modal, act.values));
    }
    case 'say': {
      const actor = actorOf(stage, act.as);
      if (act.replyTo === null) actor.say({ id: act.channel }, act.text);
      else actor.sayInReply(messageIn(stage, act.channel, act.replyTo), act.text);
      return DONE;
    }
    case 'slash':
      return outcomeOf(await actorOf(stage, act.as).slash({ id: act.channel }, act.command, act.options));
    case 'complete': {
      const { command, option, typed, others } = act;
      const actor = actorOf(stage, act.as);
      return outcomeOf(await actor.autocomplete({ id: act.channel }, command, option, typed, others));
    }
    case 'click':
      return outcomeOf(
        await actorOf(stage, act.as).click(messageIn(stage, act.channel, act.message), act.button),
      );
    case 'pick': {
      const message = messageIn(stage, act.channel, act.message);
      return outcomeOf(await actorOf(stage, act.as).pick(message, act.menu, ...act.values));
    }
    case 'use': {
      const message = messageIn(stage, act.channel, act.message);
      return outcomeOf(await actorOf(stage, act.as).rightClick(message, act.command));
    }
    case 'delete':
      actorOf(stage, act.as).delete(messageIn(stage, act.channel, act.message));
      return DONE;
  }
}

function actorOf({ scenery, actorFor }: Backstage, id: string): Actor {
  return actorFor(scenery.person(id));
}

function messageIn({ world }: Backstage, channelId: string, id: string): ShownMessage {
  const message = world.channels.get(channelId)?.messages.get(id);
  if (message === undefined) throw new Impossible('That message is gone.');
  return new ShownMessage(message);
}

function provoke({ faults, gateway }: Backstage, fault: 'cut' | 'server-error' | 'rate-limit'): Outcome {
  switch (fault) {
    case 'cut':
      gateway.cut();
      return { kind: 'said', text: 'The gateway was cut; the bot connects anew and resumes.' };
    case 'server-error':
      faults.serverError();
      return { kind: 'said', text: 'The bot’s next request will be answered with 500.' };
    case 'rate-limit':
      faults.rateLimit({ retryAfterMs: RETRY_AFTER });
      return { kind: 'said', text: 'The bot’s next request will be answered with 429: wait two seconds.' };
  }
}

/** Messages come to the page as events, so here they are only done. */
function outcomeOf({ outcome }: Shown): Outcome {
  switch (outcome.kind) {
    case 'message':
    case 'update':
    case 'nothing':
      return DONE;
    case 'choices':
      return { kind: 'choices', choices: outcome.choices.map((choice) => wire.choice.parse(choice)) };
    case 'modal': {
      const { interaction, body } = outcome.modal;
      const { title, components } = body;
      return { kind: 'modal', modal: wire.modal.parse({ id: interaction.id, title, components }) };
    }
    case 'failed':
      return { kind: 'failed', reason: outcome.reason };
  }
}
