/** Share of the asked words' weight that an entry must hold to count as an answer. */
export const ENOUGH = 0.45;

/** The same where the answer must stand for a number that is not there. */
export const STRICT = 0.62;

/** The same where a certain attribute (a name, a cost) is asked for. */
export const STRICT_ATTRIBUTE = 0.7;

/** The same where the question names the text that it asks about. */
export const FROM_SOURCE = 0.35;

/** The same for the words or position of the person whom the question names. */
export const BY_PERSON = 0.2;

/** An asking of the entry this like the question is enough, whatever else the question says. */
export const SAME_QUESTION = 0.62;

/** The same where one rare word is all that fits. */
export const SINGLE_RARE = 0.42;
