/** What every catalogue holds for what people send in: suggested figures, and what they find wrong or missing. */

/** A field of the modal: label at most 45 characters, example at most 100. */
export type ModalField = { label: string; example: string };

export type ContributionWords = {
  suggest: {
    /** At most 45 characters. */
    title: string;
    metric: ModalField;
    value: ModalField;
    date: ModalField;
    address: ModalField;
    words: ModalField;
    thanks(figure: string): string;
    /** Before the list of what has to be mended. */
    mend: string;
    /** The button that opens the modal again. */
    again: string;
    full: string;
    draftGone(hours: number): string;
    faults: {
      metric(typed: string, near: readonly string[]): string;
      /** Words that narrow what is counted and that no figure here has. */
      narrower(metric: string): string;
      noNumber(typed: string): string;
      manyNumbers(typed: string): string;
      date(typed: string): string;
      future(date: string): string;
      address(typed: string): string;
      wordsLack(number: string): string;
    };
  };
  feedback: {
    title: string;
    said: ModalField;
    thanks: string;
    /** Beside the button for suggesting a figure. */
    orSuggest: string;
  };
};
