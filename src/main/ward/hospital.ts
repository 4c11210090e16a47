import type { QueryHandler } from '../ipc/context.ts';
import { readHospital } from './hospital-repository.ts';
import { readSettings } from './settings-repository.ts';

export const showHospital: QueryHandler<'ward.hospital'> = (db) => readHospital(db);

export const showSettings: QueryHandler<'ward.settings'> = (db) => readSettings(db);
