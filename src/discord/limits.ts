/** Discord's limits, each with the page that documents it, and the lengths that we choose ourselves. */

/** https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
export const MESSAGE_CONTENT_LIMIT = 2_000;

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const EMBED_DESCRIPTION_LIMIT = 4_096;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
export const CHOICES_LIMIT = 25;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const CHOICE_NAME_LIMIT = 100;
export const CHOICE_VALUE_LIMIT = 100;

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
export const CUSTOM_ID_LIMIT = 100;

/** https://docs.discord.com/developers/components/reference#button */
export const BUTTON_LABEL_LIMIT = 80;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_TITLE_LIMIT = 45;

/** https://docs.discord.com/developers/components/reference#text-input */
export const TEXT_INPUT_LABEL_LIMIT = 45;
export const TEXT_INPUT_PLACEHOLDER_LIMIT = 100;
export const TEXT_INPUT_VALUE_LIMIT = 4_000;

/** What a person may type into the modal: longer than any question, within TEXT_INPUT_VALUE_LIMIT. */
export const MODAL_QUESTION_LIMIT = 1_000;

/** https://docs.discord.com/developers/resources/message#attachment-object */
export const FILE_DESCRIPTION_LIMIT = 1_024;

/** What an answer's embed shows at once; the rest stands behind its button. A phone shows about this much. */
export const COMPACT_LENGTH = 1_800;

/** The lines of one page of a long answer; with its sources it stays within EMBED_DESCRIPTION_LIMIT. */
export const LEAF_LENGTH = 2_000;

/** One page of an ephemeral list; within EMBED_DESCRIPTION_LIMIT and short enough to scroll. */
export const PAGE_LENGTH = 3_000;
