/** A `…_other` text counts; English then needs its `…_one` beside it. */
type Singulars<T> = {
  readonly [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};

/** What another language has to have when Chinese has `T`: the same keys, no fewer and no more. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & Singulars<T>;
