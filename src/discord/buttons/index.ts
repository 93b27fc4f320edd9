/** All buttons and modals of the bot. */
import type { ButtonHandler, ModalHandler } from '../command.js';
import { askMoreButton, askMoreModal } from './ask-more.js';
import { deleteButton } from './delete.js';
import { earlierButton } from './earlier.js';
import { postCheckButton } from './post-check.js';
import { sourcesButton } from './sources.js';

export const buttons: readonly ButtonHandler[] = [
  sourcesButton,
  earlierButton,
  askMoreButton,
  deleteButton,
  postCheckButton,
];

export const modals: readonly ModalHandler[] = [askMoreModal];
