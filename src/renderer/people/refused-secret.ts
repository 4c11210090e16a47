import { type Refused, refusalOf } from '../client.ts';

const ABOUT = ['secret-too-short', 'secret-too-long', 'secret-too-plain', 'secret-same'];

/** A refusal that belongs to the field of the new secret. */
export const aboutSecret = (refused: Refused): boolean => ABOUT.includes(refusalOf(refused)?.code ?? '');
