/** All buttons and modals of the bot. */
import type { ButtonHandler, ModalHandler } from '../command.js';
import { askMoreButton, askMoreModal } from './ask-more.js';
import { deleteButton } from './delete.js';
import { earlierButton } from './earlier.js';
import { earlierOfButton } from './earlier-of.js';
import { feedbackButton, feedbackModalHandler } from './feedback.js';
import { postCheckButton } from './post-check.js';
import { sourcesButton } from './sources.js';
import { stopButton, stopNowButton } from './stop.js';
import { subscriptionsButton } from './subscriptions.js';
import { suggestAgainButton, suggestButton, suggestModal } from './suggest.js';
import { turnButton } from './turn.js';

export const buttons: readonly ButtonHandler[] = [
  sourcesButton,
  earlierButton,
  askMoreButton,
  deleteButton,
  turnButton,
  earlierOfButton,
  stopButton,
  stopNowButton,
  subscriptionsButton,
  suggestButton,
  suggestAgainButton,
  feedbackButton,
  postCheckButton,
];

export const modals: readonly ModalHandler[] = [askMoreModal, suggestModal, feedbackModalHandler];
